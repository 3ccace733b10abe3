import { type Complaint, error } from '../kit/complaint.ts';
import { defineLedger } from '../kit/define-ledger.ts';
import {
  attachments,
  choice,
  code,
  date,
  department,
  longText,
  moment,
  phone,
  references,
  residentId,
  text,
  unit,
  type ValuesOf,
  yesNo,
} from '../kit/fields.ts';
import { FROM_DEMAND } from './successors.ts';

const came = {
  demandNo: code('诉求编号').automatic().section('来件').width(14),
  source: choice('来源', [
    { value: '12345热线', aliases: ['12345', '热线', '政务热线', '市民热线', '12345政务服务便民热线'] },
    '政民互动',
    { value: '领导信箱', aliases: ['书记信箱', '市长信箱', '区长信箱'] },
    { value: '上级交办', aliases: ['交办', '上级转办'] },
    { value: '社区上报', aliases: ['社区报送', '社区反映'] },
    { value: '网格上报', aliases: ['网格员上报', '网格报送'] },
    { value: '窗口', aliases: ['窗口接待', '点单式接待', '一站式办公'] },
    { value: '来访来电', aliases: ['来访', '来电'] },
    '媒体',
  ])
    .wanted()
    .alias('来源系统', '诉求来源', '工单来源', '受理渠道')
    .section('来件')
    .width(10),
  orderNo: code('工单编号')
    .alias('工单号', '编号', '受理编号')
    .section('来件')
    .width(18)
    .help('来源系统的编号，原样保存'),
  receivedAt: moment('接收时间')
    .key()
    .alias('接收日期', '受理时间', '受理日期', '来电时间', '登记时间')
    .section('来件'),
  community: unit('所属社区', '社区').wanted().alias('社区', '属地社区', '涉及社区').section('来件').width(12),
};

const who = {
  person: text('诉求人').personal().alias('姓名', '诉求人姓名', '来电人', '反映人').section('诉求人').width(10),
  personId: residentId('身份证号').alias('身份证号码', '公民身份号码').section('诉求人'),
  phone: phone('联系电话').personal().alias('电话', '手机号', '联系方式').section('诉求人'),
  anonymous: yesNo('匿名').section('诉求人'),
};

const matter = {
  category: choice('诉求类别', ['咨询', '求助', '投诉', '举报', '建议', '其他'])
    .neededFor('report')
    .alias('类别', '工单类别')
    .section('诉求')
    .width(8),
  topic: choice('问题分类', { parameter: '诉求问题分类' }).wanted().alias('分类', '问题类别').section('诉求').width(12),
  content: longText('诉求内容')
    .key()
    .alias('内容', '反映内容', '诉求', '反映问题', '主要诉求')
    .section('诉求')
    .width(24),
  urgency: choice('紧急程度', ['一般', '紧急', '突发']).neededFor('report').alias('紧急性').section('诉求').width(8),
};

const handling = {
  unit: department('承办单位').alias('责任单位', '办理单位').section('办理').width(16),
  handler: text('承办人').alias('办理人', '责任人', '经办人').section('办理').width(10),
  coUnits: references('协办单位', { ledger: 'department' }).section('办理').width(16),
  dueOn: date('应办结日期').alias('应办结时间', '办理时限', '到期日期', '办结期限').section('办理'),
  returned: yesNo('是否退单').alias('退单').section('办理'),
  returnReason: longText('退单理由').alias('退单原因').section('办理'),
  contactedOn: date('联系诉求人日期').alias('联系日期').section('办理'),
  result: longText('办理结果').neededFor('close').alias('办理情况', '处理结果', '答复内容').section('办理'),
  outcome: choice('办结类型', ['已解决', '解释说明', '部分解决', '未解决', '不属职责', '重复'])
    .neededFor('close')
    .alias('是否解决')
    .section('办理')
    .width(10),
  closedOn: date('办结日期').neededFor('close').alias('办结时间', '办结').section('办理'),
};

const evaluation = {
  calledBackOn: date('回访日期').alias('回访时间').section('评价'),
  satisfaction: choice('满意度', [
    { value: '满意', aliases: ['非常满意', '很满意'] },
    { value: '基本满意', aliases: ['较满意', '比较满意'] },
    '不满意',
    { value: '未接通', aliases: ['无人接听', '未联系上'] },
    { value: '不评价', aliases: ['未评价', '拒绝评价'] },
  ])
    .alias('回访结果', '满意情况', '群众评价')
    .section('评价')
    .width(10),
  unsatisfiedReason: longText('不满意原因').section('评价'),
  proof: attachments('佐证材料').section('评价'),
  remark: longText('备注').section('评价'),
};

const fields = { ...came, ...who, ...matter, ...handling, ...evaluation };

export type DemandValues = ValuesOf<typeof fields>;

/** 诉求与工单台账: what residents asked for through the hotline, the level above, a window or their community. */
export const demand = defineLedger({
  id: 'demand',
  title: '诉求与工单',
  noun: '诉求',
  group: '诉求信访',
  version: 1,
  fields,
  titleField: 'content',
  numbering: { field: 'demandNo', pattern: 'SQ-{year}-{0000}', yearFrom: 'receivedAt' },
  foreignNumber: 'orderNo',
  sameAs: ['person', 'receivedAt', 'content'],
  columns: ['demandNo', 'receivedAt', 'community', 'person', 'content', 'topic', 'dueOn', 'closedOn', 'satisfaction'],
  sortedBy: { field: 'demandNo', descending: true },
  leadsTo: FROM_DEMAND,
  check: closedInOrder,
});

/** The day of closing may not precede the moment the demand came in; a day and a moment are compared by their days. */
function closedInOrder({ receivedAt, closedOn }: DemandValues): readonly Complaint[] {
  const received = receivedAt?.slice(0, 10);
  if (received === undefined || closedOn === undefined || closedOn >= received) return [];
  return [error('demand/closed-before', `办结日期（${closedOn}）不能早于接收时间（${received}）`, 'closedOn')];
}
