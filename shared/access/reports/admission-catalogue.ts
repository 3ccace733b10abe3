import { textIn } from '../../kit/field-values.ts';
import type { Day } from '../../kit/values.ts';
import {
  lineNumber,
  type ReportCell,
  type ReportRequest,
  type TracedWorkbook,
  tracedWorkbook,
} from '../../reports/report-table.ts';
import { type CaseHistory, phaseOn } from './case-phases.ts';
import { decisionOn, fieldWords, natureWords, spanWords } from './case-words.ts';
import { caseHistories } from './statistics.ts';

const TITLE = '社区工作事项准入清单（目录）';

type Line = {
  readonly history: CaseHistory;
  readonly place: number;
  readonly on: Day;
  readonly request: ReportRequest;
};
type Column = {
  readonly label: string;
  readonly width: number;
  readonly align?: 'left' | 'center';
  readonly of: (line: Line) => ReportCell;
};

const field =
  (fieldId: string) =>
  ({ history, request }: Line): string =>
    fieldWords(history.record, fieldId, request.context);

const validity = ({ history, on }: Line): string => {
  const decision = decisionOn(history.record.values, on);
  return decision ? spanWords(decision.validFrom, decision.validTo) : '';
};

const COLUMNS: readonly Column[] = [
  {
    label: '序号',
    width: 5.5,
    align: 'center',
    of: ({ history, place }) => lineNumber(place, 'application', history.record.id),
  },
  { label: '事项名称', width: 22, align: 'left', of: field('itemName') },
  { label: '类别', width: 9, of: field('category') },
  { label: '性质', width: 9, of: ({ history }) => natureWords(history.record) },
  { label: '责任部门', width: 12, of: field('applicant') },
  { label: '法律法规依据', width: 24, align: 'left', of: field('legalBasis') },
  { label: '社区承担职责', width: 24, align: 'left', of: field('dutyComm') },
  { label: '协助方式', width: 12, of: field('assistMode') },
  { label: '频次', width: 7, of: field('frequency') },
  {
    label: '办理时限',
    width: 13,
    of: ({ history: { record } }) => spanWords(textIn(record.values, 'startDate'), textIn(record.values, 'endDate')),
  },
  { label: '经费标准', width: 11, of: field('fundStd') },
  { label: '经费来源', width: 9, of: field('fundSource') },
  { label: '有效期', width: 13, of: validity },
  {
    label: '准入文号',
    width: 14,
    of: ({ history, on }) => decisionOn(history.record.values, on)?.docNo ?? '',
  },
  { label: '备注', width: 9, of: ({ history }) => (history.record.values.stock === true ? '存量' : '') },
];

/** R2 社区工作事项准入清单: every item valid on the last day of the period, with the decision it rests on. */
export function admissionCatalogue(request: ReportRequest): TracedWorkbook {
  const on = request.period.last;
  const valid = caseHistories(request.context.records('application')).filter(
    (history) => phaseOn(history, on) === 'valid',
  );
  const rows = valid.map((history, place) => COLUMNS.map((column) => column.of({ history, place, on, request })));
  return tracedWorkbook(TITLE, [{ title: TITLE, sheetName: '准入清单', size: 10.5, columns: COLUMNS, rows }], request);
}
