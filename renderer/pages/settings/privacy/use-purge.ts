import { useState } from 'react';
import { useNotices } from '../../../components/session/notice.tsx';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useTask } from '../../../components/session/use-task.ts';
import { desktop } from '../../../desktop/desktop.ts';
import type { FoundPerson, FoundRecord } from '../../../store/store-api.ts';

/** Why personal data goes (个人信息保护法 第四十七条). */
export const PURGE_BASES = [
  '本人申请删除',
  '处理目的已实现或不再必要',
  '保存期限已满',
  '撤回同意',
  '法律、行政法规规定的其他情形',
] as const;

export type PurgeForm = { readonly name: string; readonly idNo: string; readonly basis: string };

/** Copies that hold what they held: no command of the program reaches into them. */
export type UnreachedCopies = {
  readonly snapshots: number;
  readonly secondCopy: string | undefined;
  /** Exchange packages that wait for the one before them. */
  readonly waiting: number;
};

const keyOf = ({ ledger, id }: FoundRecord): string => `${ledger} ${id}`;

/** Looks for a person, lets the clerk choose which records are theirs, and purges those. */
export function usePurge() {
  const { store, exchange } = useStoreClient();
  const { say, refuse } = useNotices();
  const { busy, run } = useTask();
  const [form, setForm] = useState<PurgeForm>({ name: '', idNo: '', basis: PURGE_BASES[0] });
  const [found, setFound] = useState<FoundPerson>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [copies, setCopies] = useState<UnreachedCopies>();
  const [done, setDone] = useState<number>();
  const words = [form.name.trim(), form.idNo.trim().toUpperCase()].filter((word) => word !== '');

  const find = async () => {
    const answer = await store.findPerson(words);
    setFound(answer);
    // Same name, another person: each is the clerk's to choose.
    setChosen(new Set());
    setDone(undefined);
  };

  const ask = async () => {
    const { snapshots, secondCopy } = desktop();
    const [list, second, waiting] = await Promise.all([
      snapshots.list(),
      secondCopy.status(),
      exchange.waitingPackages(),
    ]);
    setCopies({
      snapshots: list.snapshots.length + list.unread.length,
      secondCopy: second.folder,
      waiting: waiting.length,
    });
  };

  const records = (found?.records ?? []).filter((record) => chosen.has(keyOf(record)));
  const purge = async (withFiles: boolean) => {
    const outcome = await store.purge({
      records: records.map(({ ledger, id }) => ({ ledger, id })),
      words,
      basis: form.basis,
      withFiles,
    });
    setCopies(undefined);
    if (!outcome.ok) return refuse(outcome);
    const [unfinished] = outcome.receipt.warnings;
    if (unfinished) say({ text: unfinished.message, grade: 'problem' });
    setDone(records.length);
    setFound(await store.findPerson(words));
    setChosen(new Set());
  };

  return {
    form,
    set: (patch: Partial<PurgeForm>) => {
      setForm((before) => ({ ...before, ...patch }));
      if (patch.basis === undefined) setFound(undefined);
    },
    canFind: words.length > 0,
    busy,
    found,
    records,
    done,
    copies,
    isChosen: (record: FoundRecord) => chosen.has(keyOf(record)),
    choose: (record: FoundRecord, on: boolean) =>
      setChosen((before) => {
        const after = new Set(before);
        if (on) after.add(keyOf(record));
        else after.delete(keyOf(record));
        return after;
      }),
    find: () => run(find),
    ask: () => run(ask),
    cancel: () => setCopies(undefined),
    purge: (withFiles: boolean) => run(() => purge(withFiles)),
  };
}
