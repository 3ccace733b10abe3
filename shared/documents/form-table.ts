import { type FormLine, type Labelled, signature } from '../workbook/export/paper-form.ts';
import { type Block, type PageSize, paragraph, type Table, type TableCell, type TableRow } from './document-model.ts';
import { textWidth } from './document-styles.ts';

/** Share of the sheet's width each of the four columns takes: label, value, label, value. */
const SHARES = [0.18, 0.32, 0.18, 0.32];
const LEAST_LINE = 7;
const LINE = 6;
const SIGNATURE = 7;

const label = (text: string, down?: number): TableCell => ({ role: 'label', text, ...(down ? { down } : {}) });
const wide = (role: TableCell['role'], text: string): TableCell => ({ role, text, across: SHARES.length - 1 });

/**
 * The lines of a paper form as a table of four columns, as the .xlsx of the same form has them. `opinionHeight` is the
 * least height in millimetres of a box to sign in, its line of signature included.
 */
export function formTable(lines: readonly FormLine[], page: PageSize, opinionHeight: number): Table {
  const width = textWidth(page);
  return {
    kind: 'table',
    widths: SHARES.map((share) => Math.round(share * width * 10) / 10),
    rows: lines.flatMap((line) => rowsOf(line, opinionHeight)),
  };
}

function rowsOf(line: FormLine, opinionHeight: number): readonly TableRow[] {
  if (line.kind === 'pair') return [{ height: LEAST_LINE, cells: [...pairOf(line.left), ...pairOf(line.right)] }];
  if (line.kind === 'wide') {
    const height = Math.max(LEAST_LINE, LINE * (line.lines ?? 1));
    return [{ height, cells: [label(line.label), wide('value', line.value)] }];
  }
  const { opinion } = line;
  return [
    { height: opinionHeight - SIGNATURE, cells: [label(line.label, 2), wide('said', opinion.text ?? '')] },
    { height: SIGNATURE, cells: [wide('signed', signature(opinion))] },
  ];
}

const pairOf = ({ label: text, value }: Labelled): readonly TableCell[] => [
  label(text),
  { role: 'value', text: value },
];

/** Title and the line above the table: number at the left, day at the right. */
export const formTop = (title: string, above: readonly [left: string, right: string]): readonly Block[] => [
  paragraph('formTitle', title),
  { ...paragraph('above', above[0]), atRight: above[1] },
];
