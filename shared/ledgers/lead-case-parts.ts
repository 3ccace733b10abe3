import { attachments, children, choice, date, longText, text, yesNo } from '../kit/fields.ts';
import { SETTLED_HOW, VISIT_RESULTS } from '../rules/lead-case-workflow.ts';

/** 化解经过: what was done, met about and ordered, and how the case is kept steady meanwhile. */
export const leadCaseWorkFields = {
  progress: children('工作进展', {
    on: date('日期').key(),
    measure: text('措施').key(),
    result: text('结果'),
    next: text('下一节点'),
    nextOn: date('下一节点日期'),
  }).section('化解经过'),
  meetings: children('协调会记录', {
    on: date('日期').key(),
    host: text('主持人'),
    attendees: text('参加人'),
    conclusion: text('议定事项'),
  }).section('化解经过'),
  supervisions: children('督办记录', {
    on: date('日期').key(),
    by: text('督办人'),
    content: text('督办内容'),
  }).section('化解经过'),
  steadyMeasures: longText('稳控措施').section('化解经过'),
  steadyUnit: text('稳控单位').alias('稳控责任单位').section('化解经过').width(16),
};

/** 办结: how it ended, what the visit found, and every earlier end where it came back. */
export const leadCaseEndFields = {
  how: choice('化解方式', SETTLED_HOW).section('办结').width(12),
  closedOn: date('化解日期').past().alias('化解时间', '办结日期').notBefore('listedOn').section('办结'),
  calm: yesNo('息诉息访').alias('是否息诉息访').section('办结').width(8),
  visitedOn: date('回访日期').past().alias('回访时间').notBefore('closedOn').section('办结'),
  visitResult: choice('回访结果', VISIT_RESULTS).section('办结').width(10),
  rebound: yesNo('是否反复').alias('反复').section('办结').width(8),
  reboundOn: date('反复日期').section('办结'),
  closings: children('历次化解', {
    limitOn: date('化解期限'),
    extensionTo: date('延至'),
    extensionApprovedOn: date('延期批准日期'),
    how: text('化解方式'),
    closedOn: date('化解日期'),
    visitedOn: date('回访日期'),
    visitResult: text('回访结果'),
    reboundOn: date('反复日期'),
    reason: text('反复情况'),
  })
    .automatic()
    .section('办结'),
  archivedOn: date('归档日期').notBefore('closedOn').section('办结'),
  archiveList: longText('移交材料').section('办结'),
  proof: attachments('材料').section('办结'),
  remark: longText('备注').section('办结'),
};
