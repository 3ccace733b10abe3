import { defineLedger } from '../kit/define-ledger.ts';
import { choice, date, longText, text, yesNo } from '../kit/fields.ts';

const fields = {
  name: text('考核指标').key().alias('指标名称', '指标').width(24),
  kind: choice('指标类别', ['经济', '党建', '城市管理', '公共服务', '平安稳定', '其他'])
    .wanted()
    .alias('类别')
    .width(10),
  source: text('考核部门').wanted().alias('下达部门', '责任部门').width(16),
  verdict: choice('去留', [
    { value: '保留', aliases: ['继续考核'] },
    { value: '取消', aliases: ['不再考核', '已取消'] },
  ])
    .wanted()
    .alias('保留/取消', '是否保留')
    .width(8),
  decidedOn: date('决定日期').key().alias('文件日期', '日期').width(12),
  basis: text('依据文件').wanted().alias('依据', '文号').width(24),
  economic: yesNo('招商引资等经济指标').width(10),
  reason: longText('说明').width(24),
  remark: text('备注').width(16),
};

/** 对街道的考核指标: kept or cancelled, and by which document (取消对街道的经济指标考核). */
export const assessmentIndicator = defineLedger({
  id: 'assessmentIndicator',
  title: '街道考核指标',
  noun: '考核指标',
  group: '组织',
  version: 1,
  fields,
  titleField: 'name',
  sameAs: ['name', 'source', 'decidedOn'],
  columns: ['name', 'kind', 'source', 'verdict', 'decidedOn', 'basis', 'economic'],
  sortedBy: { field: 'decidedOn', descending: true },
});
