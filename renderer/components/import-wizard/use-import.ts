import { useCallback, useRef, useState } from 'react';
import type { OpenedFile } from '../../../shared/desktop-api.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { ImportView, PlanView, RemoteImportSession } from '../../store/import-api.ts';
import type { Receipt } from '../../store/store-api.ts';
import { messageOf } from '../session/message-of.ts';
import type { ImportGateway } from './import-gateway.ts';

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
};

const START: ImportState = {
  step: 'choose',
  busy: undefined,
  problem: undefined,
  session: undefined,
  view: undefined,
  plan: undefined,
  result: undefined,
};

export type ImportActions = {
  readonly chooseFile: () => void;
  readonly takeFile: (file: OpenedFile) => void;
  readonly cancelReading: () => void;
  /** Changes how the sheet is understood. */
  readonly remap: (change: (session: RemoteImportSession) => Promise<ImportView>) => void;
  readonly showPreview: () => void;
  /** Changes what the clerk decided about rows. */
  readonly decide: (change: (session: RemoteImportSession) => Promise<PlanView>) => void;
  readonly execute: () => void;
  readonly undo: () => void;
  readonly goTo: (step: ImportStep) => void;
  readonly restart: () => void;
};

/** The wizard's course: one step after the other, each failure a sentence on the step where it happened. */
export function useImport(ledger: Ledger, gateway: ImportGateway): ImportState & ImportActions {
  const [state, setState] = useState<ImportState>(START);
  const reading = useRef<AbortController>(undefined);
  const merge = useCallback((more: Partial<ImportState>) => setState((before) => ({ ...before, ...more })), []);

  const run = async (busy: string, act: () => Promise<Partial<ImportState>>) => {
    merge({ busy, problem: undefined });
    try {
      merge({ ...(await act()), busy: undefined });
    } catch (thrown) {
      merge({ busy: undefined, problem: messageOf(thrown) });
    }
  };

  const withSession = (busy: string, act: (session: RemoteImportSession) => Promise<Partial<ImportState>>) => {
    const { session } = state;
    if (session !== undefined) void run(busy, () => act(session));
  };

  const read = async (file: OpenedFile): Promise<Partial<ImportState>> => {
    const controller = new AbortController();
    reading.current = controller;
    const session = await gateway.open(file, ledger.id, controller.signal);
    return { session, view: await session.view(), plan: undefined, result: undefined, step: 'columns' };
  };

  return {
    ...state,
    chooseFile: () =>
      void run('正在读取文件', async () => {
        const file = await gateway.chooseFile();
        return file === undefined ? {} : read(file);
      }),
    takeFile: (file) => void run('正在读取文件', () => read(file)),
    cancelReading: () => reading.current?.abort(),
    remap: (change) =>
      withSession('正在重新对应', async (session) => ({ view: await change(session), plan: undefined })),
    showPreview: () =>
      withSession('正在核对每一行', async (session) => ({ plan: await session.plan(), step: 'preview' })),
    decide: (change) => withSession('正在重新核对', async (session) => ({ plan: await change(session) })),
    execute: () =>
      withSession('正在导入', async (session) => {
        const plan = await session.plan();
        const outcome = await session.execute();
        if (outcome.ok) return { step: 'result', result: { receipt: outcome.receipt, plan, undone: false } };
        const problem = outcome.complaints.map((complaint) => complaint.message).join('；');
        return { problem, plan: await session.plan() };
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
