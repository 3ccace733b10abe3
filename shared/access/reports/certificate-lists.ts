import { textIn } from '../../kit/field-values.ts';
import {
  lineNumber,
  type ReportRequest,
  type ReportTable,
  type TracedWorkbook,
  tracedWorkbook,
} from '../../reports/report-table.ts';

const CERTIFICATE = 'certificateItem';

const LISTS = [
  { kind: '可出具', title: '社区可以出具的证明事项清单', sheetName: '可出具' },
  { kind: '不应出具', title: '不应由社区出具的证明事项清单', sheetName: '不应出具' },
];

const COLUMNS = [
  { label: '事项名称', width: 30, field: 'name' },
  { label: '办理用途', width: 26, field: 'purpose' },
  { label: '开具单位', width: 20, field: 'issuer' },
  { label: '政策法规依据', width: 36, field: 'basis' },
  { label: '备注', width: 16, field: 'notes' },
];

function tableOf({ kind, title, sheetName }: (typeof LISTS)[number], { context }: ReportRequest): ReportTable {
  const items = context.records(CERTIFICATE).filter(({ values }) => textIn(values, 'kind') === kind);
  return {
    title,
    sheetName,
    columns: [
      { label: '序号', width: 6, align: 'center' },
      ...COLUMNS.map(({ label, width }) => ({ label, width, align: 'left' as const })),
    ],
    rows: items.map(({ id, values }, place) => [
      lineNumber(place, CERTIFICATE, id),
      ...COLUMNS.map(({ field }) => textIn(values, field)),
    ]),
  };
}

/** R11 证明事项清单: what a community may certify and what it must not (民发〔2020〕20号), a sheet each. */
export const certificateLists = (request: ReportRequest): TracedWorkbook =>
  tracedWorkbook(
    '证明事项清单',
    LISTS.map((list) => tableOf(list, request)),
    request,
  );
