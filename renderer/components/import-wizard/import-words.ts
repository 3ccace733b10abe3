import type { Ledger } from '../../../shared/kit/ledger.ts';
import { sum } from '../../../shared/kit/numbers.ts';
import type { RowPlace } from '../../../shared/workbook/cells.ts';
import type { GroupProposal } from '../../../shared/workbook/import/group-rows.ts';
import type { RecalledPart } from '../../../shared/workbook/import/kept-form.ts';
import type { RowStatus } from '../../../shared/workbook/import/plan.ts';
import type { ImportView, PlanTab, PlanView } from '../../store/import/import-api.ts';

export const STATUS_WORDS: { readonly [status in RowStatus]: string } = {
  new: '新增',
  update: '更新',
  unchanged: '已有相同',
  suspectedDuplicate: '疑似重复',
  duplicateInFile: '本表重复',
  ambiguous: '对应不唯一',
  conflict: '冲突',
  heldBack: '暂不导入',
  setAside: '由您略过',
};

export const TAB_WORDS: { readonly [tab in PlanTab]: string } = {
  all: '全部',
  new: '新增',
  update: '更新',
  conflict: '冲突',
  unchanged: '已有相同',
  duplicate: '重复',
  heldBack: '暂不导入',
  setAside: '由您略过',
};

/** 5, or 2月 5 where several sheets are imported together. */
export const rowLabel = ({ row, sheet }: RowPlace): string =>
  sheet === undefined ? String(row + 1) : `${sheet} ${row + 1}`;

/** The same for those who hear the page: 第 5 行. */
export const placeName = ({ row, sheet }: RowPlace): string => `${sheet ?? ''}第 ${row + 1} 行`;

/** What the program knows of a form it sent out itself. */
export const collectedWords = ({ unit, period }: { readonly unit: string; readonly period: string }): string =>
  `这是本程序发出的收表空白表：${unit === '' ? '各社区共用' : unit}，${period}。列已自动对应，导入后在“收表”里记为已交。`;

const RECALLED_WORDS: { readonly [part in RecalledPart]: string } = {
  header: '表头位置',
  columns: '对应列',
  constants: '统一填写的内容',
  fillDown: '空格按上一行填',
  groupRows: '按分组标题行填',
};

/** What stands as the clerk had the same form before; '' where nothing does. */
export function recalledWords({ recalled }: ImportView): string {
  const parts = (recalled?.parts ?? []).map((part) => RECALLED_WORDS[part]);
  return parts.length === 0 ? '' : `同样的表上次设过，已照上次的设置：${parts.join('、')}。请核对。`;
}

/** Names of group rows that are said before 等. */
const NAMES_SAID = 3;

/** 「晨光社区」「东湖社区」 are whose the rows below them are. */
export function groupWords({ field, rows, names }: GroupProposal, ledger: Ledger): string {
  const said = names.slice(0, NAMES_SAID).map((name) => `「${name}」`);
  const label = ledger.fields[field]?.label ?? field;
  return `${said.join('')}${names.length > NAMES_SAID ? '等' : ''} ${rows} 行写的是其下各行的“${label}”，按此填写`;
}

/** What the sheet was understood to be, in one sentence for the foot of 表头与对应列. */
export function understoodWords(view: ImportView, ledger: Ledger): string {
  if (view.header === undefined) return '还没有找到表头，请在上面指定表头所在的行。';
  const used = view.columns.filter((column) => column.target.kind !== 'ignore').length;
  const unused = view.columns.filter((column) => column.target.kind === 'ignore').map((column) => column.header);
  const rows = view.header.top === view.header.bottom ? `第 ${view.header.top + 1} 行` : headerRange(view.header);
  const where = view.joined.length === 0 ? '下面' : `${view.joined.length + 1} 张工作表里共`;
  const parts = [`表头在${rows}，${where}有 ${view.bodyRows} 行${ledger.noun}`, `${used} 列有对应`];
  if (unused.length > 0) parts.push(`不导入的列：${unused.join('、')}`);
  const leftOut = leftOutWords(view);
  if (leftOut !== '') parts.push(leftOut);
  return `${parts.join('；')}。`;
}

/** That rows below belong to another table, and what may be done about them. Its header may be a record too, and is told of. */
export const otherTableWords = ({ rows, taken }: { readonly rows: number; readonly taken: number }): string =>
  taken === rows
    ? `下面 ${rows} 行像是另一张表，已按您的意思都作为这张表的记录；当作表头的那一行仍然略过，也是记录的，请按“查看略过的行”勾上。`
    : `下面 ${rows - taken} 行像是另一张表，没有当作这张表的记录，请按“查看略过的行”核对；另一张表要导入的，请另存成一张表。`;

/** So many columns said twice are a list in two halves side by side. */
const A_HALF = 3;

/** That a list goes on to the right of itself, in columns that are not read; '' where it does not. */
export function secondHalfWords({ columns }: Pick<ImportView, 'columns'>): string {
  const used = (header: string) => columns.some((one) => one.header === header && one.target.kind !== 'ignore');
  const again = columns.filter(({ header, target }) => target.kind === 'ignore' && used(header));
  if (again.length < A_HALF) return '';
  const named = again.slice(0, A_HALF).map(({ header }) => header);
  return `右边又有一组同样的列（${named.join('、')}等），里面的行没有读入：请在原表里把它们剪下来接到左边下面，再导入。`;
}

/** How many rows are no records, by reason; '' where every row is one. */
export function leftOutWords({ leftOut }: Pick<ImportView, 'leftOut'>): string {
  const left = leftOut
    .map(({ reason, rows, taken }) => ({ reason, rows: rows - taken }))
    .filter(({ rows }) => rows > 0);
  const total = sum(left.map(({ rows }) => rows));
  const taken = sum(leftOut.map((one) => one.taken));
  const parts = [
    ...(total > 0
      ? [`另有 ${total} 行不是记录，已略过（${left.map(({ reason, rows }) => `${reason} ${rows}`).join('、')}）`]
      : []),
    ...(taken > 0 ? [`${taken} 行由您定为记录`] : []),
  ];
  return parts.join('，');
}

function headerRange(header: { readonly top: number; readonly bottom: number }): string {
  return `第 ${header.top + 1} 至 ${header.bottom + 1} 行`;
}

/** What will happen, in one sentence for the foot of 预览. */
export function willHappenWords(plan: PlanView, ledger: Ledger): string {
  const parts: string[] = [];
  const newNames = plan.newReferences.filter((reference) => reference.id !== undefined);
  if (newNames.length > 0) parts.push(`先登记 ${newNames.map(({ name }) => `“${name}”`).join('、')}`);
  if (plan.willCreate > 0) parts.push(`新增 ${plan.willCreate} 条${ledger.noun}`);
  if (plan.willUpdate > 0) parts.push(`更新 ${plan.willUpdate} 条`);
  if (plan.leftEmpty > 0) parts.push(`其中 ${plan.leftEmpty} 条有出错的格，留空后导入`);
  const conflicts = plan.counts.conflict === 0 ? '' : `${plan.counts.conflict} 行有冲突，没有选“本表”的格保留这里的。`;
  if (parts.length === 0) return `现在没有可以导入的行，点“导入”之前不会写入任何数据。${conflicts}`;
  if (plan.willSkip > 0) parts.push(`${plan.willSkip} 行不导入${setAsideWords(plan)}`);
  return `将${parts.join('，')}。${conflicts}点“导入”之前不会写入任何数据。`;
}

/** How many of the rows that are not imported the clerk left out; '' where none. */
export const setAsideWords = ({ counts }: Pick<PlanView, 'counts'>): string =>
  counts.setAside === 0 ? '' : `（其中 ${counts.setAside} 行由您略过）`;

/** Sheets that hold no records, so that nobody thinks they were forgotten: 填表说明. '' where there is none. */
export function sheetsLeftOut({ sheets }: ImportView): string {
  const without = sheets.filter((sheet) => !sheet.hasHeader);
  if (without.length === 0 || without.length === sheets.length) return '';
  return `没有记录、不导入的工作表：${without.map(({ name, rows }) => (rows === 0 ? `${name}（空）` : name)).join('、')}。`;
}

/** What a sheet that goes along contradicts itself in. */
export const contradictedWords = ({ sheet, why }: Pick<Contradiction, 'sheet' | 'why'>, label: string): string =>
  `工作表“${sheet}”的「${label}」：${why}（不选则空着）：`;

type Contradiction = ImportView['contradicted'][number];

/** The next sheet with records that did not go along with the given one. */
export function nextSheet({ sheets, sheet, joined }: ImportView): number | undefined {
  const isNext = (index: number) => index > sheet && !joined.includes(index);
  const next = sheets.findIndex((one, index) => isNext(index) && one.hasHeader && !one.hidden);
  return next === -1 ? undefined : next;
}

/** While rows are written. */
export const savingWords = ({ done, of }: { readonly done: number; readonly of: number }): string =>
  `正在写入 ${Math.min(done, of)} / ${of} 条，全部写完才算导入；现在取消，什么也不会留下。`;

/** While the rows of a long sheet are told from what stands around them. */
export const lookingWords = ({ done, of }: { readonly done: number; readonly of: number }): string =>
  `正在找表头和记录 ${done} / ${of} 行，还没有写入任何数据。`;

/** While they are checked one by one. */
export const checkingWords = ({ done, of }: { readonly done: number; readonly of: number }): string =>
  `正在核对 ${done} / ${of} 行，还没有写入任何数据。`;
