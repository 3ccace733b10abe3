import { startTransition, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ChosenFile, OpenedFile } from '../../../shared/desktop-api.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { openedFile } from '../../desktop/browser-files.ts';
import type { ImportView, PlanView, RemoteImportSession } from '../../store/import/import-api.ts';
import type { BatchSummary, Receipt } from '../../store/store-api.ts';
import { messageOf } from '../session/message-of.ts';
import { asksNothing } from './asks-nothing.ts';
import type { ImportGateway } from './import-gateway.ts';
import { keepForm, keptForms } from './kept-forms.ts';
import type { RowTask } from './rows-done.tsx';

export type ImportStep = 'choose' | 'columns' | 'preview' | 'result';

/** How an import ended: what was written, and whether it was taken back again. */
export type ImportResult = { readonly receipt: Receipt; readonly plan: PlanView; readonly undone: boolean };

export type ImportState = {
  readonly step: ImportStep;
  /** What is going on, in words; undefined when nothing is. */
  readonly busy: string | undefined;
  readonly problem: string | undefined;
  readonly session: RemoteImportSession | undefined;
  readonly view: ImportView | undefined;
  readonly plan: PlanView | undefined;
  readonly result: ImportResult | undefined;
  /** Content hash of the file at hand, and the import that took the same content before. */
  readonly hash: string | undefined;
  readonly before: BatchSummary | undefined;
  /** Files chosen together that are still to come. */
  readonly waiting: readonly ChosenFile[];
  /** Set while something goes on with the rows of the sheet. */
  readonly working: RowTask | undefined;
};

const START: ImportState = {
  step: 'choose',
  busy: undefined,
  problem: undefined,
  session: undefined,
  view: undefined,
  plan: undefined,
  result: undefined,
  hash: undefined,
  before: undefined,
  waiting: [],
  working: undefined,
};

export type ImportActions = {
  readonly chooseFiles: () => void;
  readonly takeFiles: (files: readonly ChosenFile[] | Promise<readonly ChosenFile[]>) => void;
  readonly nextFile: () => void;
  readonly chooseSheet: (sheet: number) => void;
  readonly cancelReading: () => void;
  /** Changes how the sheet is understood. */
  readonly remap: (change: (session: RemoteImportSession) => Promise<ImportView>) => Promise<void>;
  readonly showPreview: () => void;
  /** Changes what the clerk decided about rows. */
  readonly decide: (change: (session: RemoteImportSession) => Promise<PlanView>) => Promise<void>;
  readonly execute: () => void;
  /** Stops what the session is about: looking rows over, or writing them. */
  readonly cancel: () => void;
  readonly saveFaultyRows: () => void;
  readonly undo: () => void;
  readonly goTo: (step: ImportStep) => void;
  readonly restart: () => void;
};

/**
 * The wizard's course: one step after the other, each failure a sentence on the step where it happened. What was `given`
 * is a table whose first line is its header.
 */
export function useImport(ledger: Ledger, gateway: ImportGateway, given?: OpenedFile): ImportState & ImportActions {
  const [state, setState] = useState<ImportState>(START);
  const reading = useRef<AbortController>(undefined);
  const merge = useCallback((more: Partial<ImportState>) => setState((before) => ({ ...before, ...more })), []);
  const { session } = state;
  const run = useCallback(
    async (busy: string, act: () => Promise<Partial<ImportState>>) => {
      merge({ busy, problem: undefined });
      const ended = await act().catch((thrown: unknown) => ({ problem: messageOf(thrown) }));
      // A step is hundreds of cells: drawn between whatever else the page has to do.
      startTransition(() => merge({ ...ended, busy: undefined, working: undefined }));
    },
    [merge],
  );

  const withSession = useCallback(
    async (
      busy: string,
      act: (session: RemoteImportSession) => Promise<Partial<ImportState>>,
      working?: RowTask,
    ): Promise<void> => {
      if (session === undefined) return;
      merge({ working });
      await run(busy, () => act(session));
    },
    [session, merge, run],
  );

  const remap = useCallback(
    (change: (session: RemoteImportSession) => Promise<ImportView>) =>
      withSession('正在重新对应', async (remote) => ({ view: await change(remote), plan: undefined }), 'look'),
    [withSession],
  );

  const decide = useCallback(
    (change: (session: RemoteImportSession) => Promise<PlanView>) =>
      withSession('正在重新核对', async (remote) => ({ plan: await change(remote) }), 'plan'),
    [withSession],
  );

  const read = async (files: readonly ChosenFile[] | Promise<readonly ChosenFile[]>): Promise<Partial<ImportState>> => {
    // From the first: what is cancelled while the shell still reads the file is not to begin afterwards.
    const controller = new AbortController();
    reading.current = controller;
    const [chosen, ...waiting] = await files;
    if (chosen === undefined) return {};
    // A file that cannot be read does not take the ones after it along.
    merge({ waiting });
    const file = openedFile(chosen);
    merge({ working: 'look' });
    const { session, hash, before } = await gateway
      .open(file, ledger.id, controller.signal)
      .catch((thrown: unknown) => {
        // Several may have been chosen together: which of them it was, and what to do.
        throw thrown instanceof LedgerError
          ? new LedgerError(thrown.code, `“${file.name}”：${thrown.message}`)
          : thrown;
      });
    const { signal } = controller;
    const goOn = () => {
      if (signal.aborted) throw new LedgerError('import/cancelled', '已取消，没有存入任何数据。');
    };
    goOn();
    signal.addEventListener('abort', () => void session.cancel());
    const isGiven = file === given;
    const found = await session.recall(isGiven ? [] : keptForms(gateway.shelf));
    const view = isGiven && found.header === undefined ? await session.setHeader({ top: 0, bottom: 0 }) : found;
    const opened = { ...START, session, view, hash, before, waiting };
    // Cells that were pasted under columns have nothing to ask either.
    const plan = isGiven || asksNothing(view) ? await session.plan() : undefined;
    goOn();
    return plan ? { ...opened, plan, step: 'preview' } : { ...opened, step: 'columns' };
  };

  const takeGiven = useEffectEvent(() => {
    if (given !== undefined) void run('正在读取粘贴的内容', () => read([given]));
  });
  useEffect(() => takeGiven(), []);

  const execute = async (session: RemoteImportSession): Promise<Partial<ImportState>> => {
    const plan = await session.plan();
    merge({ working: 'save' });
    const outcome = await session.execute(state.hash);
    if (outcome.ok) {
      return { step: 'result', result: { receipt: outcome.receipt, plan, undone: false } };
    }
    const problem = outcome.complaints.map((complaint) => complaint.message).join('；');
    merge({ working: 'plan' });
    return { problem, plan: await session.plan() };
  };

  /** On the way to the preview, so that what was set is not lost with an import that fails or is given up. */
  const remember = (view: ImportView | undefined) => {
    if (view?.setByHand !== undefined) keepForm(gateway.shelf, view.setByHand, view.recalled?.fingerprint);
  };

  return {
    ...state,
    chooseFiles: () => void run('正在读取文件', () => read(gateway.chooseFiles())),
    takeFiles: (files) => void run('正在读取文件', () => read(files)),
    nextFile: () => void run('正在读取文件', () => read(state.waiting)),
    chooseSheet: (sheet) =>
      void withSession(
        '正在打开工作表',
        async (session) => ({
          view: await session.chooseSheet(sheet),
          plan: undefined,
          result: undefined,
          step: 'columns',
        }),
        'look',
      ),
    cancelReading: () => reading.current?.abort(),
    remap,
    decide,
    showPreview: () => {
      remember(state.view);
      void withSession('正在核对每一行', async (session) => ({ plan: await session.plan(), step: 'preview' }), 'plan');
    },
    execute: () => void withSession('正在导入', execute),
    cancel: () => void session?.cancel(),
    saveFaultyRows: () =>
      void withSession('正在导出', async (session) => {
        const file = await session.faultyRows();
        if (file !== undefined) await gateway.saveFile(file.name, file.bytes);
        return {};
      }),
    undo: () =>
      void run('正在撤销', async () => {
        const { result } = state;
        if (result === undefined) return {};
        const outcome = await gateway.undo(result.receipt.batch);
        if (outcome.ok) return { result: { ...result, undone: true } };
        return { problem: outcome.complaints.map((complaint) => complaint.message).join('；') };
      }),
    goTo: (step) => merge({ step, problem: undefined }),
    restart: () => setState(START),
  };
}
