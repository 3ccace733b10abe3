import { defineLedger } from '../kit/define-ledger.ts';
import { attachments, choice, code, longText, text, type ValuesOf } from '../kit/fields.ts';

const fields = {
  code: code('编号').width(10),
  kind: choice('类别', [
    { value: '可出具', aliases: ['依法出具', '可以出具', '保留'] },
    { value: '不应出具', aliases: ['不得出具', '不可出具', '不再出具', '不应由居委会出具', '取消'] },
  ])
    .key()
    .width(10),
  name: text('事项名称').key().alias('证明事项', '证明事项名称', '证明名称').maxLength(80).width(32),
  purpose: text('办理用途').alias('用途').width(24),
  issuer: text('开具单位').alias('出具单位').width(18),
  basis: longText('依据').alias('政策法规依据', '法律法规依据', '设定依据'),
  keywords: text('匹配词').alias('关键词').help('事项名称里出现这些词也算命中，用顿号隔开').width(20),
  flow: longText('办理流程').alias('具体流程'),
  sample: attachments('证明式样'),
  notes: longText('备注'),
};

export type CertificateItemValues = ValuesOf<typeof fields>;

/** 证明事项清单: which certificates a community may issue and which it must not (民发〔2020〕20号). */
export const certificateItem = defineLedger({
  id: 'certificateItem',
  title: '证明事项清单',
  noun: '证明事项',
  group: '准入',
  version: 1,
  fields,
  titleField: 'name',
  sameAs: ['kind', 'name'],
  columns: ['code', 'kind', 'name', 'purpose', 'issuer', 'basis'],
  sortedBy: { field: 'code' },
});
