import { defineLedger } from '../kit/define-ledger.ts';
import { date, integer, text, unit, type ValuesOf, yesNo } from '../kit/fields.ts';
import { numberComplaints } from '../rules/parameter-checks.ts';

const fields = {
  group: text('参数类别')
    .key()
    .alias('类别')
    .width(12)
    .help('时限、规则、配备标准、工资基数、等级系数、测评权重、预警比例，或一组选项的名字（如“问题分类”）'),
  key: text('名称').key().alias('参数名', '代号').width(14),
  title: text('含义').alias('说明').width(20),
  value: text('值').alias('参数值', '数值').wanted().width(12),
  unit: text('单位').width(10),
  order: integer('次序').min(0).width(6),
  scope: unit('适用范围', '区', '街道').help('留空为本机全部单位'),
  basis: text('依据文件').alias('依据', '文号').wanted().width(36),
  from: date('生效日期').key().alias('起始日期'),
  to: date('失效日期').notBefore('from').alias('截止日期').help('最后有效的一天；留空为一直有效'),
  inferred: yesNo('可调整的默认值').help('没有文件规定、由程序推定的数，请按本地规定改'),
};

export type ParameterValues = ValuesOf<typeof fields>;

/**
 * 基础参数: limits, rules and dictionaries, each dated and with its basis. A changed limit is a new row from its day on;
 * the old row stays, because cases keep the limits of the day they were accepted.
 */
export const parameter = defineLedger({
  id: 'parameter',
  title: '基础参数',
  noun: '参数',
  group: '基础',
  version: 1,
  isSetting: true,
  fields,
  titleField: 'key',
  sameAs: ['group', 'key', 'scope', 'from'],
  columns: ['group', 'key', 'title', 'value', 'unit', 'basis', 'from', 'to', 'inferred'],
  sortedBy: { field: 'group' },
  check: (values) => numberComplaints(values),
});
