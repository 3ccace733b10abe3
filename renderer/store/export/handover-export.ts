import { LedgerError } from '../../../shared/kit/complaint.ts';
import { rowsIn, textIn } from '../../../shared/kit/field-values.ts';
import { exportFileName } from '../../../shared/kit/file-names.ts';
import { reportSheet } from '../../../shared/workbook/export/report-frame.ts';
import type { ExportedFile, ExportSource } from './export-session.ts';
import { writtenInSlices } from './written-in-slices.ts';

const TITLE = '移交清单';

const COLUMNS = [
  { label: '台账', field: 'ledger', width: 16 },
  { label: '编号', field: 'number', width: 18 },
  { label: '事项', field: 'matter', width: 48 },
  { label: '状态', field: 'state', width: 14 },
  { label: '到期日', field: 'dueOn', width: 14 },
];

/**
 * 移交清单 as .xlsx, in the common frame.
 * @throws LedgerError `export/noRecord` where the record was deleted meanwhile.
 */
export async function exportHandoverList(source: ExportSource, id: string): Promise<ExportedFile> {
  const context = source.context();
  const record = context.record('handover', id);
  if (!record) throw new LedgerError('export/noRecord', '找不到这次交接，可能已被撤销。没有生成文件。');
  const { values } = record;
  const [from, to] = [textIn(values, 'from'), textIn(values, 'to')];
  const sheet = reportSheet({
    title: `${TITLE}（${from} → ${to}）`,
    sheetName: TITLE,
    office: source.office(),
    period: textIn(values, 'handedOn'),
    columns: [
      { label: '序号', width: 6, align: 'center' },
      ...COLUMNS.map(({ label, width }) => ({ label, width, align: 'left' as const })),
    ],
    rows: rowsIn(values, 'items').map((item, place) => [
      place + 1,
      ...COLUMNS.map(({ field }) => {
        const text = textIn(item, field);
        return field === 'dueOn' && text !== '' ? { day: text } : text;
      }),
    ]),
    signatures: { filledOn: context.today, ...(context.operator === '' ? {} : { filler: context.operator }) },
  });
  return {
    name: exportFileName(`${TITLE}_${textIn(values, 'handoverNo')}`, source.office(), source.now()),
    bytes: await writtenInSlices({ title: TITLE, author: source.office(), sheets: [sheet] }),
  };
}
