import type { ClockDefinition } from '../deadlines/clock.ts';
import { type Complaint, warning } from '../kit/complaint.ts';
import { textIn } from '../kit/field-values.ts';
import { type FieldMap, specsOf, text } from '../kit/fields.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Values } from '../kit/values.ts';
import type { SurveyFindingValues } from '../ledgers/survey-finding.ts';
import { dateClock } from './date-clock.ts';
import { optionsOf } from './survey-options.ts';

export const findingClocks: readonly ClockDefinition[] = [
  dateClock({
    id: 'CP1',
    title: '测评问题整改',
    unit: 'calendarDays',
    limit: { key: '测评整改', otherwise: 15 },
    from: 'noticedOn',
    until: ['mendedOn'],
    due: { field: 'dueOn', why: '反馈单写明的整改期限' },
    basis: '问题书面反馈、限期整改（泗水县民意受理中心 2014 年做法）；期限由反馈单写明',
    inferred: true,
  }),
];

/** Words of somebody who was reached; 未接通 and 未回访 are none. */
const HEARD = ['满意', '基本满意', '不满意'];

/** How far the mending has come, told by what is filled. */
function progressOf(values: Values): string {
  if (HEARD.includes(textIn(values, 'recall'))) return '已回访';
  if (textIn(values, 'mendedOn') !== '') return '待回访';
  if (textIn(values, 'noticedOn') !== '' || textIn(values, 'unit') !== '') return '整改中';
  return '待交办';
}

const fields: FieldMap = { progress: text('进展').automatic().width(8) };

export const findingDerived: DerivedFields = {
  fields: specsOf(fields),
  compute: ({ values }) => ({ progress: progressOf(values) }),
};

const DISCONTENT = ['不满意', '很不满意'];

/** Every 不满意 is called back and explained; without its reason nobody can mend it. The answer is one its batch could give. */
export function findingComplaints(
  { answer = '', reason, survey }: SurveyFindingValues,
  context: LedgerContext,
): readonly Complaint[] {
  const batch = survey === undefined ? undefined : context.record('survey', survey);
  const names = optionsOf(batch?.values ?? {}, true).map(({ name }) => name);
  return [
    ...(batch && answer !== '' && !names.includes(answer)
      ? [warning('survey/answer', `这一批次的选项是${names.join('、')}，没有“${answer}”，请核对`, 'answer')]
      : []),
    ...(DISCONTENT.includes(answer) && (reason ?? '') === ''
      ? [warning('survey/no-reason', `评价为${answer}，请补记原因，便于整改和回访`, 'reason')]
      : []),
  ];
}
