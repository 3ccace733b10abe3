import { useState } from 'react';
import {
  EMPTY_FIRST_OFFICE,
  type FirstOffice,
  type FirstOfficeForm,
  firstOfficeDrafts,
  isReady,
  proposedShortName,
  readFirstOffice,
} from '../../../shared/access/catalogue/first-office.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useOperator } from '../../components/session/use-operator.ts';
import { useFormTask } from '../../components/session/use-task.ts';

export type FirstOfficeField = keyof FirstOfficeForm;

export type FirstOfficeState = {
  readonly form: FirstOfficeForm;
  readonly set: (field: FirstOfficeField, text: string) => void;
  /** What is read of the form now, complete or not. */
  readonly office: FirstOffice;
  /** What is to be said beside a field: flaws at once, omissions after the first attempt. */
  readonly said: (field: FirstOfficeField) => string | undefined;
  readonly missing: number;
  /** How often it was to be set up and something was missing. */
  readonly refusals: number;
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly create: () => void;
};

/** More lines than these say nothing new. */
const MOST_LINES = 5;

/** The form of first start: what is typed, what is wrong with it, and the one batch that sets the office up. */
export function useFirstOffice(): FirstOfficeState {
  const { store } = useStoreClient();
  const [, setOperator] = useOperator();
  const [typed, setTyped] = useState<Partial<FirstOfficeForm>>({});
  const [refusals, setRefusals] = useState(0);
  const { busy, problem, setProblem, run } = useFormTask();

  // The short name follows the full one until the clerk types another.
  const streetShort = typed.streetShort ?? proposedShortName(typed.street ?? '', typed.district ?? '');
  const form = { ...EMPTY_FIRST_OFFICE, ...typed, streetShort };
  const { office, complaints } = readFirstOffice(form);
  const shown = complaints.filter(({ code }) => refusals > 0 || code !== 'first-office/needed');

  const write = async () => {
    const operator = form.operator.trim();
    await store.setOperator(operator);
    const drafts = firstOfficeDrafts(office, () => crypto.randomUUID());
    const outcome = await store.write(drafts, { kind: 'setup', text: '首次设置' });
    if (outcome.ok) setOperator(operator);
    else setProblem(outcome.complaints.map(({ message }) => message).join('\n'));
  };

  return {
    form,
    set: (field, text) => setTyped((before) => ({ ...before, [field]: text })),
    office,
    said: (field) => {
      const messages = shown.filter((complaint) => complaint.field === field).map(({ message }) => message);
      if (messages.length === 0) return undefined;
      const rest = messages.length - MOST_LINES;
      return [...messages.slice(0, MOST_LINES), ...(rest > 0 ? [`……以及另外 ${rest} 行`] : [])].join('\n');
    },
    missing: shown.length,
    refusals,
    busy,
    problem,
    create: () => {
      setProblem(undefined);
      if (isReady(complaints)) run(write);
      else setRefusals(refusals + 1);
    },
  };
}
