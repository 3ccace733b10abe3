import { textIn } from '../../kit/field-values.ts';
import type { Values } from '../../kit/values.ts';
import {
  lineNumber,
  type ReportRequest,
  type ReportTable,
  type TracedWorkbook,
  tracedWorkbook,
} from '../../reports/report-table.ts';
import { itemsInForce } from '../catalogue/catalogue-versions.ts';

const CATALOGUE = 'catalogueItem';

type List = {
  readonly listType: string;
  readonly title: string;
  readonly columns: readonly { readonly label: string; readonly width: number; readonly field: string }[];
};

const name = { label: '事项名称', field: 'name' };

/** The three lists as every street prints them: 基本履职, 配合履职, 上级部门收回. */
const LISTS: readonly List[] = [
  { listType: '基本履职', title: '基本履职事项清单', columns: [{ ...name, width: 100 }] },
  {
    listType: '配合履职',
    title: '配合履职事项清单',
    columns: [
      { ...name, width: 28 },
      { label: '对应上级部门', width: 18, field: 'leadDept' },
      { label: '上级部门职责', width: 38, field: 'dutyDept' },
      { label: '街道配合职责', width: 38, field: 'dutyStreet' },
    ],
  },
  {
    listType: '收回',
    title: '上级部门收回事项清单',
    columns: [
      { ...name, width: 40 },
      { label: '承接部门', width: 22, field: 'takeoverDept' },
      { label: '工作方式', width: 50, field: 'workMode' },
    ],
  },
];

/** Sheets with one column 关联单位 for all three lists leave the department that took over among the lead departments. */
const printed = (values: Values, field: string): string =>
  textIn(values, field) || (field === 'takeoverDept' ? textIn(values, 'leadDept') : '');

function tableOf(list: List, { context, period }: ReportRequest): ReportTable {
  const items = itemsInForce(context.records(CATALOGUE), period.last).filter(
    ({ values }) => textIn(values, 'listType') === list.listType,
  );
  const cells = (values: Values) => list.columns.map(({ field }) => printed(values, field));
  return {
    title: `街道${list.title}`,
    sheetName: list.title,
    columns: [
      { label: '序号', width: 7, align: 'center' },
      ...list.columns.map(({ label, width }) => ({ label, width, align: 'left' as const })),
    ],
    rows: items.map(({ id, values }, place) => [lineNumber(place, CATALOGUE, id), ...cells(values)]),
  };
}

/** R10 街道履职事项清单: the three lists as they hold on the last day of the period, a sheet each; reads back on import. */
export const dutyLists = (request: ReportRequest): TracedWorkbook =>
  tracedWorkbook(
    '街道履职事项清单',
    LISTS.map((list) => tableOf(list, request)),
    request,
  );
