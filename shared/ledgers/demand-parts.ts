import {
  attachments,
  children,
  choice,
  date,
  department,
  integer,
  longText,
  moment,
  references,
  text,
  yesNo,
} from '../kit/fields.ts';
import { HANDLING_LIMITS } from '../rules/demand-clocks.ts';
import { OUTCOMES, SATISFACTIONS } from '../rules/demand-workflow.ts';
import { extensionRequestFields } from '../rules/extension-request.ts';

const UNIT_WORDS = { hours: '小时', calendarDays: '天', workingDays: '个工作日' };

/** 突发（2小时）: the shipped number stands in the option's title; the parameter in force counts. */
const LIMIT_RULES = HANDLING_LIMITS.map(({ rule, unit }) => ({
  value: rule,
  title: `${rule}（按${UNIT_WORDS[unit]}）`,
}));

/** Who handles a demand until when, and how it ended. */
export const demandHandlingFields = {
  unit: department('承办单位').alias('责任单位', '办理单位', '承办部门', '责任部门').section('办理').width(16),
  handler: text('承办人').alias('办理人', '责任人', '经办人').section('办理').width(10),
  coUnits: references('协办单位', { ledger: 'department' }).section('办理').width(16),
  limitRule: choice('办理时限类型', LIMIT_RULES)
    .alias('时限类型')
    .section('办理')
    .width(12)
    .help('留空按紧急程度和诉求类别推定；各类天数在“设置→办理时限”里改'),
  dueOn: date('应办结日期')
    .alias('应办结时间', '办理时限', '到期日期', '办结期限')
    .section('办理')
    .help('来件写明的期限；留空按办理时限类型推算'),
  dueReason: text('期限说明').section('办理').width(16).help('自行改动应办结日期的，写明依据'),
  contactedOn: date('联系诉求人日期').past().alias('联系诉求人时间', '联系日期', '联系时间').section('办理'),
  result: longText('办理结果').alias('办理情况', '处理结果', '答复内容').section('办理'),
  outcome: choice('办结类型', OUTCOMES).alias('是否解决').section('办理').width(10),
  repliedOn: date('答复诉求人日期').past().alias('答复日期').section('办理'),
  closedOn: date('办结日期').past().alias('办结时间', '办结').section('办理'),
  closedAt: moment('办结时刻').notBefore('receivedAt').section('办理').help('按小时计的时限以时刻为准；不填按日期判断'),
};

/** Slips sent back, and limits made longer. */
export const demandExceptionFields = {
  returned: yesNo('是否退单').alias('退单').section('退单与延期'),
  returnedOn: date('退单日期').past().section('退单与延期'),
  returnReason: longText('退单理由').alias('退单原因').section('退单与延期'),
  ...extensionRequestFields('退单与延期'),
  extendedTo: date('延至').alias('延期至', '延期后期限').section('退单与延期'),
  extendedFrom: date('延期前的期限').automatic().section('退单与延期'),
  extensionBy: text('延期批准人').section('退单与延期').width(10),
  extensionApprovedOn: date('延期批准日期').section('退单与延期'),
};

/** What the person said when called back; earlier rounds stand as they ended. */
export const demandEvaluationFields = {
  calledBackOn: date('回访日期').past().alias('回访时间').notBefore('closedOn').section('评价'),
  satisfaction: choice('满意度', SATISFACTIONS)
    .alias('回访结果', '满意情况', '群众评价', '是否满意')
    .section('评价')
    .width(10),
  unsatisfiedReason: longText('不满意原因').section('评价'),
  verified: yesNo('回访核实属实').section('评价').width(8),
  inEvaluation: yesNo('纳入评价').section('评价').width(8).help('留空为纳入'),
  proof: attachments('佐证材料').section('评价'),
  remark: longText('备注').section('评价'),
  rounds: children('以前各轮', {
    round: integer('轮次'),
    dueOn: date('应办结日期'),
    extendedTo: date('延至'),
    extendedFrom: date('延期前的期限'),
    extensionAppliedOn: date('延期申请日期'),
    extensionBy: text('延期批准人'),
    extensionApprovedOn: date('延期批准日期'),
    extensionStatus: text('延期申请'),
    extensionAskedTo: date('申请延至'),
    outcome: choice('办结类型', OUTCOMES),
    result: longText('办理结果'),
    repliedOn: date('答复诉求人日期'),
    closedOn: date('办结日期'),
    closedAt: moment('办结时刻'),
    calledBackOn: date('回访日期'),
    satisfaction: choice('满意度', SATISFACTIONS),
    unsatisfiedReason: longText('不满意原因'),
    verified: yesNo('回访核实属实'),
    reopenedOn: date('重新办理日期'),
    reopenedAt: moment('重新办理时刻'),
    reason: longText('重新办理的原因'),
  })
    .decision()
    .automatic()
    .section('评价'),
};
