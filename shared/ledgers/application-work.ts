import {
  attachments,
  choice,
  choices,
  date,
  integer,
  longText,
  money,
  references,
  text,
  yesNo,
} from '../kit/fields.ts';
import { UPWARD } from './application-options.ts';
import { FREQUENCIES } from './catalogue-options.ts';

/** How much work, from when to when, in which communities, with whose money, and which forms come with it. */
export const applicationWorkFields = {
  frequency: choice('频次', FREQUENCIES).alias('工作频次', '办理频次').wanted().section('工作量与期限').width(8),
  workload: longText('工作任务量').alias('任务量').wanted().section('工作量与期限'),
  personDays: integer('人·天')
    .min(0)
    .section('工作量与期限')
    .width(8)
    .help('每个社区在起止期限内共需的人·天；负荷表按天数分摊到各月'),
  startDate: date('开始日期').alias('起止时间', '工作时限', '办理时限', '时限').wanted().section('工作量与期限'),
  endDate: date('结束日期')
    .alias('起止时间', '工作时限', '办理时限', '时限')
    .notBefore('startDate')
    .wanted()
    .section('工作量与期限'),
  urgentReason: longText('加急理由')
    .section('工作量与期限')
    .help('收件到开始不足 30 个工作日的须说明（北京西城 2018：提前 30 个工作日申请）'),
  targets: references('涉及社区', {
    ledger: 'organisation',
    where: { field: 'level', is: ['社区'] },
    allWords: ['各社区', '全部', '全部社区', '所有社区', '全街道'],
  })
    .alias('社区', '实施社区', '涉及范围')
    .neededFor('askCommunities', 'recordListed', ...UPWARD)
    .section('工作量与期限')
    .width(20),
  fundAmount: money('拟拨经费', '元')
    .alias('经费', '可划拨的经费', '拨付的经费', '经费金额')
    .nothingMeans(0)
    .section('经费与保障'),
  fundSource: choice('经费来源', [
    { value: '财政拨款', aliases: ['财政'] },
    { value: '部门专项', aliases: ['专项经费', '部门专项经费'] },
    { value: '购买服务', aliases: ['政府购买服务'] },
    '费随事转',
    '其他',
    { value: '不需经费', aliases: ['无需经费'] },
  ])
    .alias('经费渠道', '资金来源')
    .nothingMeans('blank')
    .section('经费与保障')
    .width(12),
  noFundsReason: longText('不需经费的理由').section('经费与保障'),
  fundMode: choice('拨付方式', [
    { value: '办公经费补助', aliases: ['办公经费'] },
    { value: '购买服务', aliases: ['政府购买服务'] },
    '人员经费',
    { value: '按工作量', aliases: ['按工作量拨付'] },
  ])
    .alias('经费方式')
    .section('经费与保障')
    .width(12),
  fundStd: text('经费标准').section('经费与保障').help('如 元/人·天、元/社区·年').width(16),
  support: choices('保障措施', ['人员', '物资', '培训', '技术', '信息', { value: '无', aliases: ['不需要'] }])
    .neededFor(...UPWARD)
    .section('经费与保障')
    .width(14),
  needReport: yesNo('要求社区报表').section('报表').width(10),
  reportFrequency: choice('报表频次', FREQUENCIES).section('报表').width(10),
  statFormNo: text('表号').section('报表').help('统计法(2024) 第十七条：四项标志缺一项，可以拒绝填报').width(12),
  statOrg: text('制定机关').section('报表').width(14),
  statApproval: text('批准(备案)文号').alias('批准文号', '备案文号').section('报表').width(16),
  statExpiry: date('有效期至').alias('有效期限', '有效期止').section('报表'),
  attachments: attachments('附件').wanted().section('附件').help('申请函、依据、预算等'),
  archiveList: longText('归档材料目录').section('附件'),
  remark: longText('备注').alias('说明').section('附件'),
};
