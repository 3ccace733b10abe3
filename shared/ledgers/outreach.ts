import { defineLedger } from '../kit/define-ledger.ts';
import { choice, date, integer, text, unit, yesNo } from '../kit/fields.ts';

const fields = {
  on: date('发布日期').key().alias('日期', '发布时间').width(12),
  community: unit('所属社区', '街道', '社区').wanted().alias('社区', '发布单位').width(12),
  channel: choice('渠道', [
    { value: '微信群', aliases: ['居民群'] },
    { value: '公众号', aliases: ['微信公众号'] },
    '微博',
    { value: 'QQ群', aliases: ['qq群'] },
    { value: '短视频', aliases: ['抖音', '快手', '视频号'] },
    '短信',
    '公告栏',
    '其他',
  ])
    .wanted()
    .alias('发布渠道')
    .width(8),
  account: text('账号（群名）').wanted().alias('账号', '群名', '群或账号').width(16),
  followers: integer('成员（粉丝）数').min(0).alias('粉丝数', '群成员数').width(10),
  kind: choice('内容类别', ['政策', '安全防范', '反诈', '便民', '活动', '其他'])
    .wanted()
    .alias('类别', '信息类型')
    .width(10),
  title: text('标题').key().alias('标题或内容').width(26),
  items: integer('条数').min(1).wanted().alias('数量').width(6),
  reads: integer('阅读数').min(0).alias('阅读量').width(8),
  reactions: integer('互动数').min(0).alias('互动').width(8),
  poster: text('发布人').wanted().width(10),
  checker: text('审核人').wanted().width(10),
  forwarded: yesNo('转发上级').width(8),
  remark: text('备注').width(16),
};

/** 宣传互动台账: what was published where. Its figure is a monthly count, never presented as reach. */
export const outreach = defineLedger({
  id: 'outreach',
  title: '宣传互动',
  noun: '宣传信息',
  group: '场所',
  version: 1,
  fields,
  titleField: 'title',
  sameAs: ['on', 'channel', 'account', 'title'],
  columns: ['on', 'community', 'channel', 'account', 'kind', 'title', 'items', 'reads', 'poster', 'checker'],
  totals: ['items', 'reads', 'reactions'],
  sortedBy: { field: 'on', descending: true },
});
