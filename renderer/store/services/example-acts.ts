import { handInDrafts, nilDraft, roundDrafts, roundKey, roundsOf } from '../../../shared/collection/rounds.ts';
import { EXAMPLE_FORM, exampleForm } from '../../../shared/example/example-form.ts';
import { EXAMPLE_CLERK } from '../../../shared/example/example-names.ts';
import { writeBinding } from '../../../shared/forms/form-binding.ts';
import { readFormLook } from '../../../shared/forms/form-look.ts';
import { proposeBinding } from '../../../shared/forms/propose-binding.ts';
import type { Reason } from '../../../shared/history/change.ts';
import type { Draft } from '../../../shared/history/draft.ts';
import { addDays, yearOf } from '../../../shared/kit/day.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import { inPeriod, type Period, periodOf, previousPeriod } from '../../../shared/kit/period.ts';
import type { Day } from '../../../shared/kit/values.ts';
import { reportById } from '../../../shared/reports/report-list.ts';
import { communitiesOn } from '../../../shared/rules/communities.ts';
import { keptOfReport } from '../../../shared/submission/kept-report.ts';
import { reportSubject, returnDraft, submissionDraft, submissionsOf } from '../../../shared/submission/submissions.ts';
import { writeWorkbook } from '../../../shared/workbook/write/write-workbook.ts';
import type { Outcome } from '../store-api.ts';
import { yearEndService } from './year-end-service.ts';

/** What acting in the example office needs of the store; `write` throws where something is refused. */
export type ExampleOffice = {
  readonly ledgers: readonly Ledger[];
  readonly context: () => LedgerContext;
  readonly office: () => string;
  readonly write: (drafts: readonly Draft[], reason: Reason) => Promise<Outcome>;
  /** The content of a file as 上报登记 notes it. */
  readonly hashOf: (bytes: Uint8Array) => Promise<string>;
  /** The name attachments go by. */
  readonly attachmentOf: (bytes: Uint8Array) => Promise<string>;
};

/** Ends of the working day of a report: a few days after the month, never after today. */
const daysAfter = ({ last }: Period, days: number, today: Day): Day => {
  const on = addDays(last, days);
  return on < today ? on : today;
};

/**
 * What an office does beside registering cases, done as its clerks do it: a superior's form registered, last month's and
 * this month's 收表, the reports handed in and one sent back, cases handed over, and a year closed. The year before last: a closed year takes no more
 * rows, and whoever tries the example wants to.
 */
export async function actInExample(office: ExampleOffice): Promise<void> {
  const { today } = office.context();
  const present = periodOf('month', today);
  const last = previousPeriod(present);
  await registerForm(office);
  await collect(office, last, 12);
  await collect(office, present, 7);
  await submit(office, 'W-month', '区政务热线办', previousPeriod(last));
  await submit(office, 'W-month', '区政务热线办', last);
  await submit(office, 'D-month', '区司法局', last);
  await sendBackAndAgain(office, 'D-month', '区司法局', last);
  const yearEnd = yearEndService(office);
  const [from, to] = ['示例甲', '示例乙'];
  const items = yearEnd.handoverPlan(from);
  if (items.length > 0)
    await yearEnd.handOver(items, { from, to, on: today, witness: EXAMPLE_CLERK, reason: '岗位调整' });
  const year = yearOf(today) - 2;
  await yearEnd.closeYear({ year: String(year), on: `${year + 1}-01-10`, approver: '示例主任' });
}

/** The district's blank form, bound as the program proposes it. */
async function registerForm({ ledgers, context, write, attachmentOf }: ExampleOffice): Promise<void> {
  const bytes = writeWorkbook(exampleForm());
  const { title, name, sentTo } = EXAMPLE_FORM;
  const { binding } = proposeBinding(readFormLook(bytes), ledgers, context());
  const file = [{ hash: await attachmentOf(bytes), name, size: bytes.length }];
  const values = { title, rhythm: '月', sentTo, file, binding: writeBinding(binding) };
  await write([{ kind: 'create', ledger: 'form', values }], { kind: 'create', text: `登记表样“${title}”` });
}

/** A round of 收表 for disputes: so many communities have handed in, with rows or without, the rest has not. */
async function collect(
  { ledgers, context, office, write }: ExampleOffice,
  period: Period,
  handed: number,
): Promise<void> {
  const ledger = ledgers.find(({ id }) => id === 'dispute');
  if (!ledger) return;
  const { today, operator: clerk } = context();
  const units = communitiesOn(context(), period.last).map(({ id }) => id);
  const dueOn = addDays(period.last, 5);
  await write(roundDrafts({ ledger, period, units, dueOn }), { kind: 'create', text: `发起收表：${ledger.title}` });
  const mark = { ledger: ledger.id, version: ledger.version, columns: [], period, office: office() };
  const on = daysAfter(period, 3, today);
  for (const unit of units.slice(0, handed)) {
    const came = context()
      .records(ledger.id)
      .filter(({ values }) => values.community === unit && inPeriod(period, textIn(values, 'foundOn'))).length;
    const records = context().records('collection');
    const lines = roundsOf(records, today).find(({ key }) => key === roundKey(ledger.id, period))?.lines ?? [];
    const nil = lines.filter((line) => line.unit === unit).map((line) => nilDraft(line, on, clerk));
    const name = context().nameOf('organisation', unit);
    const file = `${name}社区_${ledger.title}_${period.label}.xlsx`;
    const sheet = handInDrafts({ mark, rows: new Map([[unit, came]]), file, on, clerk }, records);
    await write(came === 0 ? nil : sheet, { kind: 'edit', text: `登记收表：${name}` });
  }
}

/** A report of a period, as its file would be saved, handed in. */
async function submit(
  { context, office, write, hashOf }: ExampleOffice,
  id: string,
  sentTo: string,
  period: Period,
  isAgain = false,
): Promise<void> {
  const report = reportById(id);
  const { today, operator: clerk } = context();
  const built = report?.build({ context: context(), period, office: office(), signatures: { filledOn: today } });
  if (!report || !built?.model) return;
  const handed = keptOfReport({ sheets: built.model.sheets, cells: built.cells ?? [] });
  const file = `${report.title}_${period.label}.xlsx`;
  const sent = { file, hash: await hashOf(writeWorkbook(built.model)), handed };
  const subject = { id: reportSubject(id), title: report.title, sentTo };
  const on = daysAfter(period, isAgain ? 6 : 3, today);
  const draft = submissionDraft({ subject, period, on, clerk, sent, isAgain });
  await write([draft], {
    kind: 'create',
    text: `${isAgain ? '再次报送' : '已上报'}《${report.title}（${period.label}）》`,
  });
}

/** The superior sends the last one back, with a reason; it goes out once more. */
async function sendBackAndAgain(office: ExampleOffice, id: string, sentTo: string, period: Period): Promise<void> {
  const { context, write } = office;
  const [sent] = submissionsOf(context().records('submission'), reportSubject(id), period);
  if (!sent) return;
  const on = daysAfter(period, 5, context().today);
  await write([returnDraft(sent, on, '填报人、联系电话没有填')], { kind: 'edit', text: '登记退回' });
  await submit(office, id, sentTo, period, true);
}
