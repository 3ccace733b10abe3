import { documentDate } from '../../kit/document-date.ts';
import type { Day } from '../../kit/values.ts';
import type { CellModel, CellStyle, Edge, RowModel, SheetModel } from '../sheet-model.ts';
import { heightFor } from '../text-measure.ts';
import { LINE_STYLE, PAGE_FOOTER, TITLE_STYLE } from './report-frame.ts';

/** What somebody said of the case, and whether it is signed yet; a hand fills in what is missing. */
export type Opinion = { readonly text?: string; readonly signer?: string; readonly on?: Day };

/** A line of a paper form: two labelled values side by side, one across the sheet, or a box to sign in. */
export type FormLine =
  | { readonly kind: 'pair'; readonly left: Labelled; readonly right: Labelled }
  | { readonly kind: 'wide'; readonly label: string; readonly value: string; readonly lines?: number }
  | { readonly kind: 'opinion'; readonly label: string; readonly opinion: Opinion };

export type Labelled = { readonly label: string; readonly value: string };

export type PaperForm = {
  readonly title: string;
  readonly sheetName: string;
  /** Above the table, left and right: number and date. */
  readonly above: readonly [left: string, right: string];
  readonly lines: readonly FormLine[];
};

// A4 upright less 15 mm on either side is 510 points: 82 digits of the normal font and the edges of four columns.
const WIDTHS = [15, 26, 15, 26] as const;
const [LABEL_WIDTH, VALUE_WIDTH] = WIDTHS;
const WIDE = VALUE_WIDTH + LABEL_WIDTH + VALUE_WIDTH;
const LAST = WIDTHS.length - 1;
const MARGINS = { top: 15, right: 15, bottom: 15, left: 15 };
/** What stands on one sheet at full size, in points. */
const PAPER_HEIGHT = 750;
/** Beyond this the print would be too small to read; the form then runs on to a second sheet. */
const MOST_SHRUNK = 1.35;

const LEAST_LINE = 26;
const LEAST_OPINION = 30;
const SIGNATURE_HEIGHT = 26;

const FONT = { name: '仿宋_GB2312', size: 12 };
const LABEL: CellStyle = {
  font: { name: '黑体', size: 12 },
  align: { horizontal: 'center', vertical: 'center', wrap: true },
  border: true,
};
const VALUE: CellStyle = {
  font: FONT,
  align: { horizontal: 'left', vertical: 'center', wrap: true },
  border: true,
  format: '@',
};

const bordered = (edges: readonly Edge[], align: CellStyle['align'] & object): CellStyle => ({
  font: FONT,
  align,
  border: edges,
  format: '@',
});
const SAID = bordered(['top', 'left', 'right'], { horizontal: 'left', vertical: 'top', wrap: true });
const SIGNED = bordered(['bottom', 'left', 'right'], { horizontal: 'right', vertical: 'center' });

/** A form on one sheet of A4 upright, bordered; opinion boxes grow to fill the paper. */
export function paperFormSheet(form: PaperForm): SheetModel {
  const opinions = form.lines.filter((line) => line.kind === 'opinion').length;
  const natural = form.lines.reduce((height, line) => height + lineHeight(line, 0), TOP_HEIGHT);
  const spare = opinions === 0 ? 0 : Math.max(0, Math.floor((PAPER_HEIGHT - natural) / opinions));
  const rows: RowModel[] = [...topRows(form)];
  const merges: SheetModel['merges'][number][] = [
    { top: 0, left: 0, bottom: 0, right: LAST },
    { top: 1, left: 0, bottom: 1, right: 1 },
    { top: 1, left: 2, bottom: 1, right: LAST },
  ];
  for (const line of form.lines) {
    const top = rows.length;
    if (line.kind === 'pair') rows.push(pairRow(line));
    else if (line.kind === 'wide') {
      rows.push({ height: lineHeight(line, 0), cells: labelled(line.label, line.value) });
      merges.push({ top, left: 1, bottom: top, right: LAST });
    } else {
      rows.push(...opinionRows(line, lineHeight(line, spare)));
      merges.push(
        { top, left: 0, bottom: top + 1, right: 0 },
        { top, left: 1, bottom: top, right: LAST },
        { top: top + 1, left: 1, bottom: top + 1, right: LAST },
      );
    }
  }
  return {
    name: form.sheetName,
    widths: [...WIDTHS],
    rows,
    merges,
    page: {
      landscape: false,
      fitToWidth: true,
      fitToHeight: natural <= PAPER_HEIGHT * MOST_SHRUNK,
      margins: MARGINS,
      ...(natural > PAPER_HEIGHT * MOST_SHRUNK ? { footer: PAGE_FOOTER } : {}),
    },
  };
}

const TITLE_HEIGHT = 48;
const ABOVE_HEIGHT = 24;
const TOP_HEIGHT = TITLE_HEIGHT + ABOVE_HEIGHT;

function topRows({ title, above }: PaperForm): readonly RowModel[] {
  const right: CellStyle = { ...LINE_STYLE, align: { horizontal: 'right', vertical: 'center' } };
  return [
    { height: TITLE_HEIGHT, cells: [{ value: title, style: TITLE_STYLE }] },
    {
      height: ABOVE_HEIGHT,
      cells: [{ value: above[0], style: LINE_STYLE }, undefined, { value: above[1], style: right }],
    },
  ];
}

function lineHeight(line: FormLine, spare: number): number {
  if (line.kind === 'pair') {
    return Math.max(LEAST_LINE, ...[line.left, line.right].flatMap(labelledHeights));
  }
  const label = heightFor(line.label, LABEL_WIDTH, LABEL.font);
  if (line.kind === 'wide') {
    const room = heightFor('\n'.repeat((line.lines ?? 1) - 1), WIDE, FONT);
    return Math.max(LEAST_LINE, label, room, heightFor(line.value, WIDE, FONT));
  }
  const said = heightFor(line.opinion.text ?? '', WIDE, FONT);
  return Math.max(LEAST_OPINION + SIGNATURE_HEIGHT, label, said + SIGNATURE_HEIGHT) + spare;
}

const labelledHeights = ({ label, value }: Labelled): readonly number[] => [
  heightFor(label, LABEL_WIDTH, LABEL.font),
  heightFor(value, VALUE_WIDTH, FONT),
];

function pairRow(line: FormLine & { readonly kind: 'pair' }): RowModel {
  const { left, right } = line;
  return {
    height: lineHeight(line, 0),
    cells: [...labelled(left.label, left.value), ...labelled(right.label, right.value)],
  };
}

const labelled = (label: string, value: string): readonly CellModel[] => [
  { value: label, style: LABEL },
  { value, style: VALUE },
];

function opinionRows({ label, opinion }: FormLine & { readonly kind: 'opinion' }, height: number): readonly RowModel[] {
  return [
    {
      height: height - SIGNATURE_HEIGHT,
      cells: [
        { value: label, style: LABEL },
        { value: opinion.text ?? '', style: SAID },
      ],
    },
    { height: SIGNATURE_HEIGHT, cells: [undefined, { value: signature(opinion), style: SIGNED }] },
  ];
}

/** Room for name and seal stays whether or not the program knows who signed: the paper is what counts. */
export const signature = ({ signer, on }: Opinion): string =>
  `签字（盖章）：${signer ?? ''}　　　　　　${documentDate(on)}　`;
