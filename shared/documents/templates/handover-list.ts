import { handedOverCount } from '../../handover/handed-over-count.ts';
import { documentDate } from '../../kit/document-date.ts';
import { rowsIn, textIn } from '../../kit/field-values.ts';
import { DOCUMENT_KINDS } from '../document-kinds.ts';
import { paragraph, type TableRow } from '../document-model.ts';
import { FORM_PAGE } from '../document-styles.ts';
import { formTop } from '../form-table.ts';
import type { DocumentTemplate } from '../template.ts';

/** Columns of the list: label and width in millimetres, together the width of the sheet. */
const COLUMNS = [
  { label: '序号', field: '', width: 12 },
  { label: '台账', field: 'ledger', width: 24 },
  { label: '编号', field: 'number', width: 30 },
  { label: '事项', field: 'matter', width: 62 },
  { label: '状态', field: 'state', width: 22 },
  { label: '到期日', field: 'dueOn', width: 24 },
] as const;

const ROW = 7;
/** Room for three signatures. */
const SIGNED = 22;

/** 移交清单: every open case that changed hands, once, and the three who sign for it. */
export const handoverList: DocumentTemplate = {
  id: 'handover-list',
  title: DOCUMENT_KINDS['handover-list'],
  neededFields: ['handedOn', 'from', 'to', 'items'],
  appliesTo: () => [],
  datedBy: 'handedOn',
  carries: ({ values }) => ['from', 'to', 'handedOn', ...rowsIn(values, 'items').map(({ id }) => id)],
  build: ({ values }, _context, heading) => {
    const items = rowsIn(values, 'items');
    const rows = items.map(
      (item, place): TableRow => ({
        height: ROW,
        cells: COLUMNS.map(({ field }) => ({
          role: field === 'matter' ? ('value' as const) : ('centred' as const),
          text: field === '' ? String(place + 1) : textIn(item, field),
        })),
      }),
    );
    const reason = textIn(values, 'reason');
    const sign = (who: string, name: string) => ({
      role: 'value' as const,
      text: `${who}${name === '' ? '' : ` ${name}`}（签字）：`,
    });
    return {
      template: 'handover-list',
      title: DOCUMENT_KINDS['handover-list'],
      office: heading.office,
      page: FORM_PAGE,
      blocks: [
        ...formTop(DOCUMENT_KINDS['handover-list'], [
          `${heading.office}　${textIn(values, 'handoverNo')}`,
          documentDate(heading.on),
        ]),
        paragraph(
          'note',
          `${textIn(values, 'from')}将下列在办事项 ${handedOverCount(values)} 件一次性移交给${textIn(values, 'to')}${reason === '' ? '' : `（${reason}）`}，有关材料一并移交。`,
        ),
        {
          kind: 'table',
          widths: COLUMNS.map(({ width }) => width),
          headRows: 1,
          rows: [{ height: ROW, cells: COLUMNS.map(({ label }) => ({ role: 'label', text: label })) }, ...rows],
        },
        paragraph('note', '本清单一式三份，移交人、接收人各执一份，存档一份。'),
        {
          kind: 'table',
          widths: [58, 58, 58],
          borders: 'none',
          rows: [
            {
              height: SIGNED,
              cells: [
                sign('移交人', textIn(values, 'from')),
                sign('接收人', textIn(values, 'to')),
                sign('监交人', textIn(values, 'witness')),
              ],
            },
          ],
        },
      ],
    };
  },
};
