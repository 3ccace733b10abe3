import { expect, test } from 'vitest';
import { reviewWorkflow } from '../../../shared/access/review-workflow.ts';
import { workflowTable } from '../../../shared/kit/workflow-table.ts';

test('the access review reads like its rule', () => {
  expect(workflowTable(reviewWorkflow)).toEqual([
    'T1 登记收件：草稿 → 已收件（CLERK）',
    'T2 一次性告知补正：已收件 → 补正中（CLERK）',
    'T3 补正收到：补正中 → 已收件（DEPT）',
    'T4 逾期未补正：补正中 → 已撤回（CLERK）',
    'T5 发函征求社区意见：已收件 → 征求社区意见（CLERK）',
    'T6a 录入社区意见：征求社区意见 → （不变）（COMM）',
    'T6 社区意见收齐：征求社区意见 → 街道初审（COMM）',
    'T7 直接转街道初审：已收件 → 街道初审（CLERK）',
    'T8 同意上报：街道初审 → 区级审核（LEAD）',
    'T8x 附函转区级审核：已收件、街道初审 → 区级审核（CLERK）',
    'T9 街道不同意：街道初审 → 不予准入（LEAD）',
    'T10 清单内备案：街道初审 → 已公布（LEAD）',
    'T11 提交审定：区级审核 → 审定中（OFFICE）',
    'T12 退回补充论证：区级审核 → 暂缓（OFFICE）',
    'T13 审定：审定中 → 准予准入、不予准入、暂缓（BOARD）',
    'T14 重新提交：暂缓 → 已收件（DEPT）',
    'T15 公布：准予准入 → 已公布（OFFICE）',
    'T16 签订委托协议：已公布 → 已签协议（DEPT）',
    'T17 启动实施：已签协议、已公布 → 实施中（CLERK）',
    'T18 应急先行：已收件、补正中、征求社区意见、街道初审、区级审核、审定中 → （不变）（LEAD）',
    'T19 暂停整改：实施中 → 暂停整改（OFFICE）',
    'T19a 整改后恢复：暂停整改 → 实施中（OFFICE）',
    'T20 开始评估：实施中 → 评估中（OFFICE）',
    'T20a 评估通过，继续实施：评估中 → 实施中（OFFICE）',
    'T21 申请续期：评估中 → 续期审核（DEPT）',
    'T21a 续期审定：续期审核 → 准予准入、已退出（BOARD）',
    'T22 退出：准予准入、已公布、已签协议、实施中、暂停整改、评估中、续期审核 → 已退出（BOARD）',
    'T23 部门撤回：已收件、补正中、征求社区意见、街道初审、区级审核、审定中、暂缓、准予准入 → 已撤回（DEPT）',
    'T24 归档：不予准入、已退出、已撤回 → 已归档（CLERK）',
    '更正 更正决定：准予准入、不予准入、已公布、已签协议、实施中、暂停整改、评估中、续期审核、已退出 → （不变）（CLERK）',
  ]);
});
