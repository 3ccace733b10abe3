import type { CellModel, RowModel, WorkbookModel } from '../workbook/sheet-model.ts';

/** What the invented district hands its streets to fill in every month. */
export const EXAMPLE_FORM = {
  title: '12345热线办理情况月报表',
  name: '示例区-12345热线办理情况月报表（空白）.xlsx',
  sentTo: '区政务热线办',
};

const COMMUNITIES = ['晨光', '东湖', '康平', '新桥', '锦绣', '和平', '望江', '青云', '桃源', '丰泽', '柳林', '石井'];
const HEADINGS = ['序号', '社区', '按时办结', '超时办结', '未办结', '结案率', '按时结案率', '不满意数'];
const WIDTHS = [7, 16, 12, 12, 12, 12, 12, 12];

const FONT = { name: '宋体', size: 11 };

const cell = (value: string | number | undefined, bold = false): CellModel => ({
  ...(value === undefined ? {} : { value }),
  style: { font: { ...FONT, bold }, align: { horizontal: 'center', vertical: 'center', wrap: true }, border: true },
});

const words = (value: string, size = FONT.size): CellModel => ({
  value,
  style: {
    font: { ...FONT, size, bold: size > FONT.size },
    align: { horizontal: size > FONT.size ? 'center' : 'left' },
  },
});

const blank = (count: number): readonly CellModel[] => Array.from({ length: count }, () => cell(undefined));

/** The blank form as a superior's: title, who fills it in, a line for each community. The same model, the same bytes. */
export function exampleForm(): WorkbookModel {
  const lines = COMMUNITIES.map(
    (name, place): RowModel => ({
      cells: [cell(place + 1), cell(`${name}社区`), ...blank(HEADINGS.length - 2)],
    }),
  );
  const rows: readonly RowModel[] = [
    { height: 28, cells: [words('12345热线办理情况月报表（    年  月）', 16)] },
    { cells: [words('填报单位：')] },
    { height: 24, cells: HEADINGS.map((heading) => cell(heading, true)) },
    ...lines,
  ];
  return {
    title: EXAMPLE_FORM.title,
    sheets: [
      {
        name: '月报表',
        widths: WIDTHS,
        rows,
        merges: [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: HEADINGS.length - 1 })),
        page: { landscape: true, fitToWidth: true },
      },
    ],
  };
}
