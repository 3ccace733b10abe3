import { defineLedger } from '../kit/define-ledger.ts';
import { choice, code, date, longText, phone, text, unit, yesNo } from '../kit/fields.ts';
import { offerDerived } from '../rules/offer-rules.ts';

/** The eight classes of service posts and needs (中江县 双报到), an office may keep others. */
const SERVICE_FIELDS = ['组织建设', '法律', '助困就业', '社区治理', '健康', '文体', '安全', '其他'] as const;

const fields = {
  offerNo: code('清单编号').automatic().alias('编号').width(14),
  list: choice('清单类型', [
    { value: '需求', aliases: ['需求清单'] },
    { value: '资源', aliases: ['资源清单'] },
    { value: '项目', aliases: ['项目清单'] },
  ])
    .key()
    .alias('类型', '清单')
    .width(8),
  community: unit('所属社区', '社区').wanted().alias('社区').width(12),
  owner: text('提出（提供）方').wanted().alias('提出方', '提供方', '提出单位', '提供单位', '单位').width(18),
  title: text('名称').key().alias('需求名称', '资源名称', '项目名称', '事项').width(22),
  detail: longText('内容').alias('具体内容', '说明'),
  field: choice('领域', SERVICE_FIELDS).wanted().alias('类别', '需求类别').width(10),
  publishedOn: date('发布日期').key().alias('提出日期', '日期'),
  validTo: date('有效期').alias('有效期至', '截止日期').notBefore('publishedOn'),
  cancelled: yesNo('已取消'),
  contact: text('联系人').personal().width(10),
  phone: phone('联系电话').personal().alias('电话'),
  remark: text('备注').width(16),
};

/** 三张清单: what is needed, and what others can give or are willing to do. The value is the match, kept in a ledger of its own. */
export const offer = defineLedger({
  id: 'offer',
  title: '三张清单',
  noun: '清单条目',
  group: '党建',
  version: 1,
  fields,
  titleField: 'title',
  alsoCalled: ['title'],
  numbering: { field: 'offerNo', pattern: 'XQ-{year}-{0000}', yearFrom: 'publishedOn' },
  sameAs: ['list', 'owner', 'title'],
  columns: ['offerNo', 'list', 'publishedOn', 'community', 'owner', 'title', 'field', 'progress', 'validTo'],
  sortedBy: { field: 'offerNo', descending: true },
  derived: offerDerived,
});
