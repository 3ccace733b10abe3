import { defineLedger } from '../kit/define-ledger.ts';
import { choice, code, date, integer, longText, text, unit } from '../kit/fields.ts';
import { periodFields } from '../kit/period-fields.ts';

const fields = {
  title: text('收表内容').key().alias('表名').maxLength(80).width(30),
  ledger: code('台账代号').key().width(14).help('收回的表导入哪个台账'),
  ...periodFields,
  unit: unit('填报单位', '社区').key().width(14),
  dueOn: date('交表期限'),
  handed: choice('交表情况', ['已交', '零报告']).width(10).help('空白为未交'),
  handedOn: date('交表日期'),
  rows: integer('交来条数').min(0).width(8),
  file: text('交来的文件').width(30),
  clerk: text('登记人').width(10),
  remark: longText('备注'),
};

/**
 * 收表登记: what is asked of a community in a period, a row each. Handing in is written in the batch that imports the
 * sheet, so that undoing the import takes it back too; a row of its own keeps one community's undo from another's.
 */
export const collection = defineLedger({
  id: 'collection',
  title: '收表登记',
  noun: '收表',
  group: '上报',
  version: 1,
  fields,
  titleField: 'title',
  sameAs: ['ledger', 'kind', 'from', 'unit'],
  columns: ['title', 'unit', 'dueOn', 'handed', 'handedOn', 'rows', 'clerk'],
  sortedBy: { field: 'from', descending: true },
});
