import { useState } from 'react';
import { textIn } from '../../../../shared/kit/field-values.ts';
import type { LedgerRecord } from '../../../../shared/kit/values.ts';
import { organisation } from '../../../../shared/ledgers/organisation.ts';
import { useNotices } from '../../../components/session/notice.tsx';
import { refusalOf } from '../../../components/session/refusal-of.ts';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useUnsavedForm } from '../../../components/session/unsaved.tsx';
import { useFormTask } from '../../../components/session/use-task.ts';

type NameField = 'name' | 'shortName';
type Typed = { readonly [unit: string]: { readonly [field in NameField]?: string } };

export type OfficeNamesState = {
  readonly textOf: (unit: LedgerRecord, field: NameField) => string;
  readonly set: (unit: LedgerRecord, field: NameField, text: string) => void;
  readonly isDirty: boolean;
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly save: () => void;
};

/** The names of the units as they are typed; whatever changed is saved as one step. */
export function useOfficeNames(units: readonly LedgerRecord[]): OfficeNamesState {
  const { store } = useStoreClient();
  const { say } = useNotices();
  const [typed, setTyped] = useState<Typed>({});
  const { busy, problem, setProblem, run } = useFormTask();
  const textOf = (unit: LedgerRecord, field: NameField) => typed[unit.id]?.[field] ?? textIn(unit.values, field);
  const changed = units.filter(({ id, values }) =>
    Object.entries(typed[id] ?? {}).some(([field, text]) => text !== textIn(values, field)),
  );

  const write = async (): Promise<boolean> => {
    setProblem(undefined);
    const drafts = changed.map((unit) => {
      const patch = { name: textOf(unit, 'name').trim(), shortName: textOf(unit, 'shortName').trim() };
      return { kind: 'edit', ledger: organisation.id, id: unit.id, rev: unit.rev, patch } as const;
    });
    const levels = changed.map(({ values }) => textIn(values, 'level')).join('、');
    const outcome = await store.write(drafts, { kind: 'edit', text: `改${levels}名称` });
    if (!outcome.ok) {
      setProblem(refusalOf(outcome));
      return false;
    }
    say({ text: `${levels}名称已保存。`, batch: outcome.receipt.batch });
    setTyped({});
    return true;
  };

  const isDirty = changed.length > 0;
  const save = () => {
    if (isDirty) run(async () => void (await write()));
  };
  useUnsavedForm(isDirty, write);
  return {
    textOf,
    set: (unit, field, text) => setTyped((before) => ({ ...before, [unit.id]: { ...before[unit.id], [field]: text } })),
    isDirty,
    busy,
    problem,
    save,
  };
}
