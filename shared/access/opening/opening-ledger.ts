import { isBlank } from '../../kit/blank.ts';
import { type Complaint, error, warning } from '../../kit/complaint.ts';
import { textIn } from '../../kit/field-values.ts';
import { choice, date, type FieldSpec, type FieldSpecs, specsOf, text } from '../../kit/fields.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import type { Values } from '../../kit/values.ts';
import { application } from '../../ledgers/application.ts';
import { isImportable } from '../../workbook/import/mapping.ts';
import { reviewStates } from '../review/review-workflow-states.ts';
import { isDecided, isListedEntry, MILESTONES, OPENING_STATES, openingStateOptions } from './opening-states.ts';

const DECISION_BASIS = '准予决定以文号或会议纪要为凭';

/** What an opening sheet tells beside the application's own columns: state, decision and the dates of its path. */
const openingFields = {
  openingState: choice('状态', openingStateOptions)
    .key()
    .alias('当前状态', '事项状态', '办理状态')
    .section('存量')
    .width(12),
  stateSince: date('进入现状态日期').alias('当前环节日期', '进入当前环节日期').section('存量'),
  districtOn: date('区级受理日期').alias('上报日期', '报区日期').section('存量'),
  decisionKind: choice('决定类别', ['审定', { value: '备案', aliases: ['清单内备案'] }])
    .section('存量')
    .width(8),
  decisionBody: text('审定机构').alias('批准机构', '审批机构').section('存量').width(16),
  decisionNo: text('准入文号')
    .alias('决定文号', '批准文号', '审批文号', '会议纪要', '准入决定文号')
    .section('存量')
    .width(20),
  decideDate: date('决定日期').alias('准入日期', '批准日期', '审定日期').section('存量'),
  validFrom: date('有效期起').alias('有效期', '有效期起止', '准入有效期').section('存量'),
  validTo: date('有效期止')
    .alias('有效期', '有效期起止', '准入有效期', '有效期至', '有效期限')
    .notBefore('validFrom')
    .section('存量'),
  publishedOn: date('公布日期').alias('公示日期').section('存量'),
  publicationNo: text('公布文号').section('存量').width(18),
  agreementNo: text('协议编号').alias('协议书编号', '委托协议编号').section('存量').width(16),
  agreedOn: date('协议签订日期').alias('签订日期', '签约日期').section('存量'),
  startedOn: date('启动日期').alias('实施日期', '开始实施日期', '启动实施日期').section('存量'),
};

/** In an opening sheet 批准文号 and 有效期 speak of the admission; the marks of a statistical form say so themselves. */
const OF_THE_FORM: { readonly [fieldId: string]: string } = {
  statApproval: '统计表批准(备案)文号',
  statExpiry: '统计表有效期至',
};

function ownFields(): FieldSpecs {
  return Object.fromEntries(
    Object.entries(application.fields).flatMap(([fieldId, spec]): [string, FieldSpec][] => {
      if (fieldId === 'stock' || fieldId === 'strayTask') return [];
      if (fieldId !== application.numbering?.field && !isImportable(spec)) return [];
      const { aliases, key, ...rest } = spec;
      const label = OF_THE_FORM[fieldId];
      if (label !== undefined) return [[fieldId, { ...rest, label }]];
      // What was admitted years ago has often no 收件日期 any more; its decision has a day.
      const isKey = key === true && fieldId !== 'inDate';
      return [[fieldId, { ...rest, ...(aliases ? { aliases } : {}), ...(isKey ? { key: true } : {}) }]];
    }),
  );
}

const labelOf = (fieldId: string): string => openingLedger.fields[fieldId]?.label ?? fieldId;

/** Dates in the order they happened, those that are given. */
export const datesOf = (values: Values) =>
  MILESTONES.flatMap(([field, label]) => {
    const on = textIn(values, field);
    return on === '' ? [] : [{ field, label, on }];
  });

function missingComplaints(values: Values, state: string): readonly Complaint[] {
  const title = reviewStates[state]?.title ?? state;
  return (OPENING_STATES[state]?.needs ?? []).flatMap((field) => {
    if (!isBlank(values[field])) return [];
    if (field === 'publishedOn' && isListedEntry(values)) return [];
    return field === 'decisionNo'
      ? [
          error(
            'opening/decision-number',
            `状态为“${title}”，没有准入文号。请补上决定文号或会议纪要。`,
            field,
            DECISION_BASIS,
          ),
        ]
      : [error('opening/missing', `状态为“${title}”的须填写${labelOf(field)}。`, field)];
  });
}

function dateComplaints(values: Values, state: string, today: string): readonly Complaint[] {
  const title = reviewStates[state]?.title ?? state;
  const knows = OPENING_STATES[state]?.knows;
  const found: Complaint[] = [];
  let previous: { readonly label: string; readonly on: string } | undefined;
  for (const { field, label, on } of datesOf(values)) {
    if (knows !== undefined && !knows.includes(field)) {
      found.push(error('opening/ahead', `状态为“${title}”，不应已有${label} ${on}。请核对状态。`, field));
    }
    if (on > today) found.push(error('opening/future', `${label} ${on} 还没有到（今天是 ${today}）。`, field));
    if (previous !== undefined && on < previous.on) {
      found.push(error('opening/order', `${label} ${on} 早于${previous.label} ${previous.on}，先后颠倒。`, field));
    } else previous = { label, on };
  }
  return found;
}

function validityComplaints(values: Values, today: string): readonly Complaint[] {
  const [validTo, decided] = [textIn(values, 'validTo'), textIn(values, 'decideDate')];
  if (validTo === '') return [];
  if (validTo < decided) {
    return [error('opening/validity', `有效期止 ${validTo} 早于决定日期 ${decided}：决定之日已经失效。`, 'validTo')];
  }
  return validTo < today
    ? [warning('opening/expired', `有效期到 ${validTo}，已经过了。导入后请办理续期或退出。`, 'validTo')]
    : [];
}

/** What stands against one opening row: a state it cannot have, a date missing, too early or to come, no number. */
function openingComplaints(values: Values, { today }: LedgerContext): readonly Complaint[] {
  const state = textIn(values, 'openingState');
  const found = [...missingComplaints(values, state), ...dateComplaints(values, state, today)];
  if (!isDecided(state)) {
    const number = textIn(values, 'decisionNo');
    const title = reviewStates[state]?.title ?? state;
    if (number === '' || state === '') return found;
    return [
      ...found,
      error('opening/ahead', `状态为“${title}”，不应已有准入文号“${number}”。请核对状态。`, 'decisionNo'),
    ];
  }
  found.push(...validityComplaints(values, today));
  if (!isBlank(values.agreedOn) && isBlank(values.agreementNo)) {
    found.push(warning('opening/agreement-number', '有协议签订日期，没有协议编号。', 'agreementNo'));
  }
  if (isBlank(values.inDate) && !isBlank(values.decideDate)) {
    found.push(
      warning('opening/received', `没有收件日期，将按${datesOf(values)[0]?.label ?? '决定日期'}登记并编号。`, 'inDate'),
    );
  }
  return found;
}

/**
 * The application ledger as an opening sheet (存量导入) fills it: its importable columns, and state, decision and dates
 * as columns of their own. Only the planner and the template use it; nothing is stored in this shape.
 */
export const openingLedger: Ledger = {
  id: application.id,
  title: '存量准入事项',
  noun: '存量事项',
  group: application.group,
  version: application.version,
  upcast: application.upcast,
  fields: { ...ownFields(), ...specsOf(openingFields) },
  titleField: application.titleField,
  alsoCalled: application.alsoCalled,
  ...(application.numbering ? { numbering: application.numbering } : {}),
  leadsTo: [],
  clocks: [],
  sameAs: application.sameAs,
  columns: [
    'applicant',
    'itemName',
    'openingState',
    'inDate',
    'districtOn',
    'decisionKind',
    'decisionNo',
    'decideDate',
    'validFrom',
    'validTo',
    'publishedOn',
    'agreementNo',
    'agreedOn',
    'startedOn',
    'stateSince',
    'targets',
    'legalBasis',
    'dutyComm',
    'frequency',
    'fundAmount',
    'fundSource',
    'needReport',
    'personDays',
    'remark',
  ],
  totals: [],
  check: openingComplaints,
};
