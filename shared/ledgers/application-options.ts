import type { Option } from '../kit/fields.ts';

/** How something reached the street; the same for an application and for a task sent around it. */
export const IN_CHANNELS: readonly (string | Option)[] = [
  { value: '公文', aliases: ['正式来文', '发文'] },
  '会议',
  { value: '微信群', aliases: ['微信', '工作群'] },
  '电话',
  '系统',
  '邮件',
  { value: '当面', aliases: ['当面交办', '口头'] },
];

/** What the clerk settles on after the comparison with the catalogue. */
export const LIST_MATCHES: readonly (string | Option)[] = [
  '清单内',
  '清单外长期',
  '清单外临时',
  { value: '突发紧急', aliases: ['突发'] },
  { value: '命中负面', aliases: ['负面'] },
];

/** Transitions that send a case upward: what they need, the street's opinion rests on. */
export const UPWARD: readonly string[] = ['forward', 'forwardDirectly'];
