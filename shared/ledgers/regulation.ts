import { defineLedger } from '../kit/define-ledger.ts';
import { attachments, choice, code, date, longText, text, type ValuesOf, yesNo } from '../kit/fields.ts';
import { regulationClocks, regulationComplaints, regulationDerived } from '../rules/regulation-rules.ts';

const fields = {
  name: text('文件名称').key().alias('名称', '制度名称').section('文件').width(24),
  kind: choice('类型', ['规范性文件', '内部制度', '权责清单', '会议纪要'])
    .wanted()
    .alias('文件类型')
    .section('文件')
    .width(12),
  docNo: code('文号').wanted().section('文件').width(22),
  registerNo: code('登记号').section('文件').width(14),
  drafter: text('起草单位').wanted().section('文件').width(12),
  basis: text('依据').section('文件').width(20),
  legalOn: date('合法性审核日期').section('审核'),
  legalOpinion: longText('合法性审核意见').alias('审核意见').section('审核'),
  signer: text('签发人').section('审核').width(10),
  signedOn: date('签发日期').key().alias('印发日期', '发文日期').section('审核'),
  sentToRegisterOn: date('送登记日期').notBefore('signedOn').section('审核'),
  publishedOn: date('公布日期').wanted().notBefore('signedOn').section('效力'),
  effectiveOn: date('施行日期').wanted().notBefore('signedOn').alias('生效日期').section('效力'),
  validTo: date('有效期至').alias('失效日期').notBefore('effectiveOn').section('效力'),
  filedOn: date('备案日期').alias('报备日期').notBefore('signedOn').section('效力'),
  filingProper: yesNo('报备规范', { yes: ['规范'], no: ['不规范'] })
    .section('效力')
    .help('材料齐全、格式符合要求，由备案机关认定'),
  receipt: text('备案回执').section('效力').width(14),
  standing: choice('效力状态', [
    { value: '有效', aliases: ['现行有效'] },
    '拟修订',
    { value: '废止', aliases: ['已废止'] },
    { value: '失效', aliases: ['已失效'] },
  ])
    .wanted()
    .alias('状态')
    .section('效力')
    .width(8),
  proof: attachments('正文').section('效力'),
  remark: text('备注').section('效力').width(16),
};

export type RegulationValues = ValuesOf<typeof fields>;

/** 规范性文件与制度: examined, signed, registered, published, filed, and until when it holds. */
export const regulation = defineLedger({
  id: 'regulation',
  title: '文件与制度',
  noun: '文件',
  group: '组织',
  version: 1,
  fields,
  titleField: 'name',
  foreignNumber: 'docNo',
  sameAs: ['name', 'signedOn'],
  columns: ['name', 'kind', 'docNo', 'drafter', 'signedOn', 'effectiveOn', 'validTo', 'standing', 'filing'],
  sortedBy: { field: 'signedOn', descending: true },
  derived: regulationDerived,
  clocks: regulationClocks,
  check: regulationComplaints,
});
