import { choice, date } from './fields.ts';

/** The period that something was asked for or handed in for: how often, and its first day. */
export const periodFields = {
  kind: choice('期别', [
    { value: 'month', title: '月' },
    { value: 'quarter', title: '季度' },
    { value: 'halfYear', title: '半年' },
    { value: 'year', title: '年' },
  ])
    .key()
    .width(6),
  from: date('本期起始日期').key(),
};
