import { FORCES, forceOf } from '../access/catalogue/catalogue-versions.ts';
import { defineLedger } from '../kit/define-ledger.ts';
import {
  choice,
  choices,
  code,
  date,
  department,
  longText,
  specsOf,
  text,
  type ValuesOf,
  yesNo,
} from '../kit/fields.ts';
import { FREQUENCIES, LIST_TYPES } from './catalogue-options.ts';

const fields = {
  code: code('条目编号')
    .alias('项目编码', '事项编码')
    .section('条目')
    .width(10)
    .help('程序自带条目为 QD-001 一类编号，固定不变；导入的清单可留空'),
  listType: choice('清单类型', LIST_TYPES)
    .key()
    .alias('清单归属', '清单类别', '事项类型', '类别')
    .section('条目')
    .width(10),
  name: text('事项名称')
    .key()
    .alias('工作事项', '项目名称', '清单事项', '重点任务')
    .maxLength(80)
    .section('条目')
    .width(30),
  category: choice('事项分类', [
    { value: '公共服务', aliases: ['社区公共服务'] },
    { value: '公共管理', aliases: ['社区公共管理'] },
    { value: '公共安全', aliases: ['社区公共安全'] },
    { value: '群众权益保障', aliases: ['权益保障'] },
    { value: '其他' },
  ])
    .alias('类别', '分类')
    .section('条目')
    .width(12),
  domain: text('履职领域')
    .alias('领域', '类别', '事项类型', '权力类型')
    .section('条目')
    .width(12)
    .help('街道履职事项清单的分类，如党的建设、平安法治'),
  leadDept: text('主责部门')
    .alias('责任部门', '牵头部门', '主管部门', '责任单位', '对应上级部门', '关联单位')
    .section('职责')
    .width(18),
  leadDepartment: department('主责部门（本区）').section('职责').help('对应到本区部门台账，用于按部门统计'),
  assistDept: text('配合部门').alias('配合单位', '协助部门').section('职责').width(18),
  basis: longText('法定依据')
    .alias('依据', '设定依据', '政策法规依据', '法律法规依据', '实施依据')
    .section('依据')
    .help('写明法律法规名称和条款，多条用分号隔开，如“消防法 第六条”'),
  dutyDept: longText('上级部门职责').alias('部门职责').section('职责'),
  dutyStreet: longText('社区（街道）职责')
    .alias(
      '社区职责',
      '社区承担职责',
      '社区配合职责',
      '镇街配合职责',
      '街道配合职责',
      '乡镇配合职责',
      '配合职责',
      '协助内容',
      '责任事项',
    )
    .section('职责'),
  sourceStreet: text('来源镇街').alias('来源乡镇', '来源街道').section('职责').width(12),
  takeoverDept: text('承接部门').section('职责').width(14),
  workMode: longText('工作方式').section('职责'),
  frequency: choice('频次', FREQUENCIES).alias('工作频次', '办理频次').section('条目').width(8),
  keywords: longText('匹配词')
    .alias('关键词')
    .section('比对')
    .help(
      '比对时等同于事项名称的其他说法，用顿号隔开。负面条目：词间 + 表示同时出现，词前 - 表示不得出现，如“招商+指标”',
    ),
  enabled: yesNo('启用').section('比对').help('停用的条目不参与比对；留空视为启用。地方示例默认停用'),
  inferred: choices('推定内容', ['事项名称', '主责部门', '频次'])
    .section('依据')
    .help('可调整的默认值：法条没有写明，由程序推定'),
  effectiveFrom: date('生效日期').section('依据'),
  effectiveTo: date('失效日期').notBefore('effectiveFrom').section('依据'),
  version: text('版本')
    .alias('年度', '清单版本')
    .ofYear()
    .section('依据')
    .width(10)
    .help('清单的年度，如 2026；换版时整批复制'),
  sourceDoc: text('来源文件').alias('文号', '发布文件').section('依据').width(24),
  status: choice('条目状态', [{ value: '有效' }, { value: '修订中' }, { value: '废止', aliases: ['已废止', '失效'] }])
    .section('依据')
    .width(8),
  notes: longText('备注').section('依据'),
};

export type CatalogueItemValues = ValuesOf<typeof fields>;

const derivedFields = {
  compared: choice('参与比对', ['参与', '停用']).automatic().width(9).help('停用的条目照常列出，但不参与比对'),
  force: choice('效力', FORCES).automatic().width(8).help('按生效、失效日期和条目状态推算到今天'),
};

/** 准入清单: what communities do by law or help with by law, what must not reach them, and the street's three duty lists. */
export const catalogueItem = defineLedger({
  id: 'catalogueItem',
  title: '准入清单',
  noun: '清单条目',
  group: '准入',
  version: 1,
  fields,
  titleField: 'name',
  sameAs: ['listType', 'name', 'version'],
  columns: [
    'code',
    'listType',
    'name',
    'compared',
    'force',
    'category',
    'leadDept',
    'basis',
    'dutyStreet',
    'frequency',
    'effectiveFrom',
    'effectiveTo',
    'version',
  ],
  // What is compared first, each part in the order of its list; 地方示例 stand last until they are switched on.
  sortedBy: { field: 'compared' },
  derived: {
    fields: specsOf(derivedFields),
    compute: ({ values }, { today }) => ({
      compared: values.enabled === false ? '停用' : '参与',
      force: forceOf(values, today),
    }),
  },
});
