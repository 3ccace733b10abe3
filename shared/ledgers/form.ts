import { defineLedger } from '../kit/define-ledger.ts';
import { attachments, choice, longText, text } from '../kit/fields.ts';

const fields = {
  title: text('表样名称').key().alias('名称', '报表名称').maxLength(60).width(30),
  rhythm: choice('填报周期', ['月', '季度', '半年', '年']).key().alias('周期').width(8),
  sentTo: text('报送单位').alias('上报单位', '主管部门').width(16).help('这张表交给谁，如“区政务热线办”'),
  file: attachments('空白表样').help('上级发来的 .xlsx 原件；填报时只填它的副本，原件不改'),
  binding: longText('对应关系').automatic().help('哪一格填什么，在“上报”里核对和修改'),
  remark: longText('备注'),
};

/** 上级表样: a superior's own blank form, and what goes where in it. */
export const form = defineLedger({
  id: 'form',
  title: '上级表样',
  noun: '表样',
  group: '上报',
  version: 1,
  isSetting: true,
  fields,
  titleField: 'title',
  sameAs: ['title'],
  columns: ['title', 'rhythm', 'sentTo'],
  sortedBy: { field: 'title' },
});
