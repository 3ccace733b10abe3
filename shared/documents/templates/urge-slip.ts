import { mostPressing, readClocks } from '../../deadlines/read-clock.ts';
import { error } from '../../kit/complaint.ts';
import { documentDate } from '../../kit/document-date.ts';
import { textIn } from '../../kit/field-values.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import { stateOf } from '../../kit/steps.ts';
import type { LedgerRecord } from '../../kit/values.ts';
import { demand } from '../../ledgers/demand.ts';
import { leadCase } from '../../ledgers/lead-case.ts';
import { petition } from '../../ledgers/petition.ts';
import { supervision } from '../../ledgers/supervision.ts';
import type { FormLine } from '../../workbook/export/paper-form.ts';
import { fullNameOf } from '../case-words.ts';
import { DOCUMENT_KINDS } from '../document-kinds.ts';
import { blankNumber } from '../document-number.ts';
import { FORM_PAGE } from '../document-styles.ts';
import { formTable, formTop } from '../form-table.ts';
import type { DocumentTemplate } from '../template.ts';
import { restrictedComplaints, wordsForOthers } from '../words-for-others.ts';

/** Least height in millimetres of the boxes to sign in. */
const BOX = 38;

/** Where a ledger says what the matter is, who has it in hand and who answers for it. */
type UrgedLedger = {
  readonly ledger: Ledger;
  readonly matter: string;
  readonly unit: string;
  readonly person: string;
};

const isOpen = ({ workflow }: Ledger, record: LedgerRecord): boolean =>
  workflow === undefined || workflow.states[stateOf(record, workflow)]?.open !== false;

/** When it has to be done and how that stands today. */
function dueWords(
  { clocks }: Ledger,
  record: LedgerRecord,
  context: LedgerContext,
): readonly [due: string, now: string] {
  const reading = mostPressing(readClocks(clocks, record, context));
  if (!reading) return ['', ''];
  const unit = { hours: '小时', calendarDays: '天', workingDays: '个工作日' }[reading.unit];
  const now = reading.left < 0 ? `已超期 ${-reading.left} ${unit}` : `还剩 ${reading.left} ${unit}`;
  return [`${reading.title}：${documentDate(reading.dueOn)}`, now];
}

/**
 * 催办单 of one ledger: to the unit that has the case in hand, with a box for its answer. It names no resident: whoever
 * handles the case has the file.
 */
function urgeSlip({ ledger, matter, unit, person }: UrgedLedger): DocumentTemplate {
  return {
    id: 'urge-slip',
    title: DOCUMENT_KINDS['urge-slip'],
    numberSuffix: '催',
    neededFields: [matter, unit],
    appliesTo: (record, context) => [
      ...restrictedComplaints(ledger, record, context),
      ...(isOpen(ledger, record) ? [] : [error('document/closed', `这件${ledger.noun}已经办结，不再催办。`)]),
    ],
    carries: () => [],
    build: (record, context, heading) => {
      const { values } = record;
      const [due, now] = dueWords(ledger, record, context);
      const year = heading.on === undefined ? undefined : Number(heading.on.slice(0, 4));
      const lines: readonly FormLine[] = [
        {
          kind: 'pair',
          left: { label: '催办单位', value: heading.office },
          right: { label: '编号', value: ledger.numbering ? textIn(values, ledger.numbering.field) : '' },
        },
        {
          kind: 'pair',
          left: { label: '承办单位', value: fullNameOf('department', textIn(values, unit), context) },
          right: { label: ledger.fields[person]?.label ?? '', value: textIn(values, person) },
        },
        { kind: 'wide', label: '事项', value: wordsForOthers(matter, ledger, record, context), lines: 4 },
        {
          kind: 'pair',
          left: { label: '办理期限', value: due },
          right: { label: '现在', value: now },
        },
        {
          kind: 'wide',
          label: '催办要求',
          value:
            '请抓紧办理，并在收到本单之日起 2 个工作日内反馈办理情况；不能按期办结的，说明原因和预计完成时间，须延期的在到期之前申请。',
          lines: 3,
        },
        { kind: 'opinion', label: '签发', opinion: {} },
        { kind: 'opinion', label: '办理情况反馈', opinion: {} },
      ];
      return {
        template: 'urge-slip',
        title: DOCUMENT_KINDS['urge-slip'],
        office: heading.office,
        page: FORM_PAGE,
        blocks: [
          ...formTop(DOCUMENT_KINDS['urge-slip'], [heading.number ?? blankNumber('', year), documentDate(heading.on)]),
          formTable(lines, FORM_PAGE, BOX),
        ],
      };
    },
  };
}

export const demandUrge = urgeSlip({ ledger: demand, matter: 'content', unit: 'unit', person: 'handler' });
export const petitionUrge = urgeSlip({ ledger: petition, matter: 'matter', unit: 'dutyUnit', person: 'leader' });
export const leadCaseUrge = urgeSlip({ ledger: leadCase, matter: 'cause', unit: 'unit', person: 'leader' });
export const supervisionUrge = urgeSlip({ ledger: supervision, matter: 'matter', unit: 'leadUnit', person: 'leader' });
