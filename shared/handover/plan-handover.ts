import { mostPressing, readClocks } from '../deadlines/read-clock.ts';
import { wordsForOthers } from '../documents/words-for-others.ts';
import type { Draft } from '../history/draft.ts';
import { isInHand, isWatched } from '../kit/case-life.ts';
import { caseName } from '../kit/case-links.ts';
import { textIn } from '../kit/field-values.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { isRestricted, RESTRICTED_NAME } from '../kit/restricted.ts';
import { stateOf } from '../kit/steps.ts';
import type { ChildRow, Day, LedgerRecord, Rev } from '../kit/values.ts';
import { RECORD_SEPARATOR } from './handed-over-count.ts';

/** One open case of a clerk, as the list of what is handed over shows it: without the names of residents. */
export type HandoverItem = {
  readonly ledger: string;
  readonly id: string;
  readonly rev: Rev;
  /** 台账. */
  readonly title: string;
  readonly number: string;
  readonly matter: string;
  readonly state: string;
  readonly dueOn: Day | '';
  /** Whoever may move it sees it in the preview; what stays to be printed only counts it. */
  readonly isRestricted: boolean;
};

/** What the clerk enters beside the list. */
export type HandoverEntry = {
  readonly from: string;
  readonly to: string;
  readonly on: Day;
  readonly witness: string;
  readonly reason: string;
};

const LONGEST = 60;

/** What the case is about: its title, or where that is a person the first long text of its columns. */
function matterOf(ledger: Ledger, record: LedgerRecord, context: LedgerContext): string {
  if (isRestricted(ledger, record.values)) return RESTRICTED_NAME;
  const { titleField, fields, columns } = ledger;
  const isPerson = fields[titleField]?.personal === true;
  const field = isPerson ? columns.find((one) => fields[one]?.kind === 'longText') : titleField;
  const words = Array.from(wordsForOthers(field ?? titleField, ledger, record, context));
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1).join('')}…` : words.join('');
}

function itemOf(ledger: Ledger, record: LedgerRecord, context: LedgerContext): HandoverItem {
  const { workflow } = ledger;
  return {
    ledger: ledger.id,
    id: record.id,
    rev: record.rev,
    title: ledger.title,
    number: caseName(ledger, record),
    matter: matterOf(ledger, record, context),
    state: workflow?.states[stateOf(record, workflow)]?.title ?? '',
    dueOn: mostPressing(readClocks(ledger.clocks, record, context))?.dueOn ?? '',
    isRestricted: isRestricted(ledger, record.values),
  };
}

function* inHandOf(ledgers: readonly Ledger[], context: LedgerContext) {
  for (const ledger of ledgers) {
    const { handledBy } = ledger;
    if (handledBy === undefined) continue;
    for (const record of context.records(ledger.id)) {
      const clerk = textIn(record.values, handledBy).trim();
      if (clerk !== '' && (isInHand(ledger, record) || isWatched(ledger, record))) yield { ledger, record, clerk };
    }
  }
}

/** Who has open cases in hand, and how many; most first. */
export function clerksInHand(
  ledgers: readonly Ledger[],
  context: LedgerContext,
): readonly { readonly clerk: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { clerk } of inHandOf(ledgers, context)) counts.set(clerk, (counts.get(clerk) ?? 0) + 1);
  return [...counts].map(([clerk, count]) => ({ clerk, count })).sort((a, b) => b.count - a.count);
}

/** Every case of one clerk that is open or still looked after, in the order of the ledgers. */
export const handoverItems = (
  ledgers: readonly Ledger[],
  from: string,
  context: LedgerContext,
): readonly HandoverItem[] =>
  [...inHandOf(ledgers, context)]
    .filter(({ clerk }) => clerk === from)
    .map(({ ledger, record }) => itemOf(ledger, record, context));

const referenceTo = ({ ledger, id }: HandoverItem): string => `${ledger}/${id}`;

/** The list as it stays: the handover ledger is open to all, so restricted cases are one line that only counts them. */
function listOf(items: readonly HandoverItem[]): readonly ChildRow[] {
  const restricted = items.filter((item) => item.isRestricted);
  const rows = items
    .filter((item) => !item.isRestricted)
    .map((item) => ({
      id: '',
      ledger: item.title,
      number: item.number,
      matter: item.matter,
      ...(item.state === '' ? {} : { state: item.state }),
      ...(item.dueOn === '' ? {} : { dueOn: item.dueOn }),
      record: referenceTo(item),
    }));
  if (restricted.length === 0) return rows;
  const record = restricted.map(referenceTo).join(RECORD_SEPARATOR);
  return [...rows, { id: '', matter: `受限内容 ${restricted.length} 件`, record }];
}

/** The writes of one batch: the record of the handing over, and every case under its new clerk. */
export function handoverDrafts(
  ledgers: readonly Ledger[],
  items: readonly HandoverItem[],
  { from, to, on, witness, reason }: HandoverEntry,
): readonly Draft[] {
  const handledBy = new Map(ledgers.map((ledger) => [ledger.id, ledger.handledBy]));
  return [
    {
      kind: 'create',
      ledger: 'handover',
      values: {
        handedOn: on,
        from,
        to,
        ...(witness === '' ? {} : { witness }),
        ...(reason === '' ? {} : { reason }),
        items: listOf(items),
      },
    },
    ...items.flatMap(({ ledger, id, rev }): Draft[] => {
      const field = handledBy.get(ledger);
      return field === undefined ? [] : [{ kind: 'edit', ledger, id, rev, patch: { [field]: to } }];
    }),
  ];
}
