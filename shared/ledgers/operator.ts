import { type Complaint, error } from '../kit/complaint.ts';
import { defineLedger } from '../kit/define-ledger.ts';
import { choice, date, moment, text, type ValuesOf, yesNo } from '../kit/fields.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { sharesName } from '../rules/operator-checks.ts';

/** What an operator may do: enter, check what others entered, look after the roster. */
export const ROLES = ['经办人', '审核人', '管理员'] as const;

const fields = {
  name: text('姓名').key().width(10),
  role: choice('角色', ROLES)
    .key()
    .width(10)
    .help('经办人录入和办理；审核人另可办审核环节；管理员另可管名册、清除个人信息'),
  cleared: yesNo('可看受限内容').width(12).help('检举控告等受限内容只有标“是”的人能看到（信访工作条例 第三十条）'),
  post: text('岗位').alias('科室', '部门').width(14),
  onFrom: date('启用日期'),
  offFrom: date('停用日期').notBefore('onFrom').help('停用后不能再登录；以前的操作记录不变'),
  // The password itself lies with the shell, outside of the log: here stands only since when there is one.
  passwordAt: moment('口令设置时间').automatic(),
};

export type OperatorValues = ValuesOf<typeof fields>;

function nameTaken(values: OperatorValues, context: LedgerContext, id?: string): readonly Complaint[] {
  const { name } = values;
  const isTaken = context.records('operator').some((one) => one.id !== id && sharesName(one.values, values));
  if (name === undefined || !isTaken) return [];
  const message = `名册里已有“${name}”，任职时间有重叠。操作记录按姓名记，请加以区分，如“${name}（二）”；前后任同名的，请填好前一位的停用日期和后一位的启用日期`;
  return [error('operator/name', message, 'name')];
}

/** 操作员名册: who works with the program on this PC, as what. */
export const operator = defineLedger({
  id: 'operator',
  title: '操作员名册',
  noun: '操作员',
  group: '基础',
  version: 1,
  isSetting: true,
  fields,
  titleField: 'name',
  sameAs: ['name'],
  columns: ['name', 'role', 'cleared', 'post', 'onFrom', 'offFrom', 'passwordAt'],
  sortedBy: { field: 'name' },
  check: nameTaken,
  // What the shell did cannot be taken back by the log, which would then say otherwise.
  undoBlocked: (_, change) =>
    change.kind === 'update' && 'passwordAt' in change.fields ? '口令的设置和取消不能撤销，请重新设置' : undefined,
});
