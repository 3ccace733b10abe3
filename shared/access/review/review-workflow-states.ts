import type { Workflow } from '../../kit/workflow.ts';

/** The states of the access review, and whose turn it is in each. The clerk records what the others decide. */
export const reviewStates: Workflow['states'] = {
  DRAFT: { title: '草稿', open: true, waitingFor: '经办人' },
  RECEIVED: { title: '已收件', open: true, waitingFor: '经办人' },
  SUPPLEMENT: { title: '补正中', open: true, waitingFor: '申请单位' },
  COMM_OPINION: { title: '征求社区意见', open: true, waitingFor: '涉及社区' },
  STREET_REVIEW: { title: '街道初审', open: true, waitingFor: '街道领导' },
  DISTRICT_REVIEW: { title: '区级审核', open: true, waitingFor: '区级承办机构' },
  DECIDING: { title: '审定中', open: true, waitingFor: '区级审定机构' },
  APPROVED: { title: '准予准入', open: true, waitingFor: '区级承办机构（公布）' },
  REJECTED: { title: '不予准入', open: false },
  DEFERRED: { title: '暂缓', open: true, waitingFor: '申请单位' },
  PUBLISHED: { title: '已公布', open: true, waitingFor: '申请单位、社区（签协议）' },
  AGREED: { title: '已签协议', open: true, waitingFor: '申请单位（经费）' },
  ACTIVE: { title: '实施中', open: true },
  SUSPENDED: { title: '暂停整改', open: true, waitingFor: '申请单位' },
  EVALUATING: { title: '评估中', open: true, waitingFor: '社区、申请单位' },
  RENEWING: { title: '续期审核', open: true, waitingFor: '区级审定机构' },
  EXITED: { title: '已退出', open: false },
  WITHDRAWN: { title: '已撤回', open: false },
  ARCHIVED: { title: '已归档', open: false },
};
