import { reviewDerived } from '../shared/access/review/review-derived.ts';
import { reviewWorkflow } from '../shared/access/review/review-workflow.ts';
import { documentDate } from '../shared/kit/document-date.ts';
import { textIn } from '../shared/kit/field-values.ts';
import { stateOf } from '../shared/kit/steps.ts';
import { takeTransition } from '../shared/kit/take-transition.ts';
import type { Day, LedgerRecord, Values } from '../shared/kit/values.ts';
import { application } from '../shared/ledgers/application.ts';
import type { DemoOffice } from './demo-office.ts';

type TransitionId = keyof typeof reviewWorkflow.transitions & string;

/** One act of the demo: what is entered, and by whom it is decided. */
export type Act = {
  readonly on: Day;
  readonly take: TransitionId;
  readonly by?: string;
  readonly values?: Values;
  /** What the clerk types into the record before the act. */
  readonly fill?: Values;
};

/**
 * Takes a case through acts, each on its day, under the same guards as on screen; prints state and due date.
 * @throws Error where a guard refuses: the demo's story is then no longer true.
 */
export function walk(office: DemoOffice, id: string, acts: readonly Act[]): LedgerRecord {
  let record = recordOf(office, id);
  for (const { on, take, by, values = {}, fill } of acts) {
    office.today = on;
    if (fill) record = office.patch(application.id, id, fill);
    const input = { on, values, ...(by === undefined ? {} : { by }) };
    const taken = takeTransition(application, record, take, input, office.context(), office.newId);
    const { title } = reviewWorkflow.transitions[take];
    if ('complaints' in taken) {
      throw new Error(`${title}：${taken.complaints.map(({ message }) => message).join('；')}`);
    }
    record = office.patch(application.id, id, taken.patch);
    console.log(`   ${on} ${title} → ${stateTitle(record)}${dueText(office, record)}`);
    for (const { message } of taken.warnings) console.log(`      提示：${message}`);
  }
  return record;
}

export function recordOf(office: DemoOffice, id: string): LedgerRecord {
  const record = office.context().record(application.id, id);
  if (!record) throw new Error(`no application ${id}`);
  return record;
}

export const stateTitle = (record: LedgerRecord): string =>
  application.workflow?.states[stateOf(record, reviewWorkflow)]?.title ?? '';

/** Until when who has to act, or until when an admitted item is valid. */
export function dueText(office: DemoOffice, record: LedgerRecord): string {
  const derived = reviewDerived.compute(record, office.context());
  const dueOn = textIn(derived, 'dueOn');
  if (dueOn === '') return '';
  const word = textIn(derived, 'expiresOn') === dueOn ? '有效期至' : '期限至';
  const left = Number(derived.daysLeft);
  return `（${word}${documentDate(dueOn)}，${left < 0 ? `已超期 ${-left}` : `剩 ${left}`} 个工作日）`;
}
