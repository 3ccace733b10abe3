import { defineLedger } from '../kit/define-ledger.ts';
import { choice, code, date, longText, text } from '../kit/fields.ts';
import { periodFields } from '../kit/period-fields.ts';

const fields = {
  title: text('表名').key().alias('报表名称').maxLength(80).width(30),
  subject: code('表样或报表').key().width(20).help('程序内的代号：form/… 为上级表样，report/… 为报表'),
  ...periodFields,
  outcome: choice('情况', ['已上报', '再次报送', '零报告', '已退回']).key().width(8),
  submittedOn: date('上报日期').key(),
  clerk: text('上报人').width(10),
  sentTo: text('报送单位').alias('上报单位').width(18),
  file: text('文件').width(30),
  fileHash: code('文件指纹').automatic().help('文件内容的 SHA-256，用来证明报的是哪一份'),
  figures: longText('上报时的数').automatic(),
  lists: longText('上报时的明细').automatic().help('每行每格一个指纹，不留内容，用来认出之后的变化'),
  returnedOn: date('退回日期').notBefore('submittedOn'),
  returnReason: text('退回原因').maxLength(200).width(30),
  remark: longText('备注'),
};

/** 上报登记: what was handed to whom, for which period, as which file; sending it again after 退回 is a row of its own. */
export const submission = defineLedger({
  id: 'submission',
  title: '上报登记',
  noun: '上报',
  group: '上报',
  version: 1,
  fields,
  titleField: 'title',
  columns: ['title', 'from', 'outcome', 'submittedOn', 'clerk', 'sentTo', 'file', 'returnedOn', 'returnReason'],
  sortedBy: { field: 'submittedOn', descending: true },
});
