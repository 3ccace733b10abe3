import { defineLedger } from '../kit/define-ledger.ts';
import { choice, date, text } from '../kit/fields.ts';

const fields = {
  // Named as a row of the working calendar names it: the seed's rows are this ledger's values.
  day: date('日期').key(),
  kind: choice('休或班', [
    { value: '休', aliases: ['放假', '休息', '节假日', '休假'] },
    { value: '班', aliases: ['上班', '调休上班', '补班', '工作日'] },
  ])
    .key()
    .alias('类型', '安排')
    .width(8)
    .help('只登记放假的日子和调休上班的周末，其余按周一至周五上班'),
  name: text('节日').alias('节日名称', '名称').width(12),
  basis: text('依据').alias('依据文件', '文号').wanted().width(40).help('国务院办公厅当年部分节假日安排的通知'),
};

/** 节假日: one row a day that differs from its weekday (全国年节及纪念日放假办法; 调休 is announced every year). */
export const holiday = defineLedger({
  id: 'holiday',
  title: '节假日',
  noun: '日子',
  group: '基础',
  version: 1,
  isSetting: true,
  fields,
  titleField: 'day',
  sameAs: ['day'],
  columns: ['day', 'kind', 'name', 'basis'],
  sortedBy: { field: 'day' },
});
