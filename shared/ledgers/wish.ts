import { defineLedger } from '../kit/define-ledger.ts';
import {
  attachments,
  choice,
  code,
  date,
  longText,
  money,
  phone,
  reference,
  text,
  unit,
  type ValuesOf,
} from '../kit/fields.ts';
import { wishComplaints } from '../rules/wish-checks.ts';
import { wishClocks } from '../rules/wish-clocks.ts';
import { publishedWish } from '../rules/wish-published.ts';
import { wishWorkflow } from '../rules/wish-workflow.ts';

const collected = {
  wishNo: code('心愿编号').automatic().alias('编号').section('采集').width(14),
  level: choice('事项层次', [
    '微心愿',
    { value: '小诉求', aliases: ['小诉求小事项'] },
    { value: '艰困点', aliases: ['艰难困苦点', '困难点'] },
  ])
    .wanted()
    .alias('层次', '类别')
    .section('采集')
    .width(8),
  community: unit('所属社区', '社区').wanted().alias('社区', '所在社区').section('采集').width(12),
  // Grids are numbered anew in each community, so a sheet's 第3网格 names none by itself.
  grid: text('网格').alias('所属网格', '所在网格').section('采集').width(10),
  name: text('心愿人').wanted().personal().alias('姓名', '发布者姓名', '诉求人').section('采集').width(10),
  publicName: text('化名').section('采集').width(10).help('公开时用的名字；儿童和困难家庭一般用化名'),
  circle: choice('人群类别', ['儿童', '老人', '残疾人', '低保特困', '优抚', '新就业群体', '其他'])
    .section('采集')
    .width(10),
  phone: phone('联系电话').personal().alias('电话', '联系方式').section('采集').help('不对外公开'),
  content: longText('心愿内容').key().alias('内容', '心愿', '诉求内容').section('采集').width(26),
  kind: choice('类型', ['物品', '服务', '困难帮助', '矛盾化解', '环境整治', '文化体育', '其他'])
    .wanted()
    .alias('心愿类型')
    .section('采集')
    .width(10),
  budget: money('预计金额', '元').nothingMeans(0).alias('预算', '预计金额(元)').section('采集'),
  demand: reference('来自诉求', { ledger: 'demand' }).section('采集').width(16),
  collector: text('采集人').wanted().section('采集').width(10),
  collectedOn: date('采集日期').key().alias('采集时间', '登记日期').section('采集'),
};

const published = {
  checker: text('审核人').section('审核公开').width(10),
  publicity: choice('公开方式', ['实名', '化名', '不公开']).alias('公开状态').wanted().section('审核公开').width(8),
};

const claimed = {
  claimerKind: choice('认领主体', ['党组织', '单位', '党员个人', '社会组织', '个人']).section('认领').width(10),
  claimer: text('认领单位').alias('认领单位/党组织', '认领党组织').section('认领').width(16),
  claimMember: text('认领人').section('认领').width(10),
  claimedOn: date('认领日期').notBefore('collectedOn').section('认领'),
  promiseOn: date('承诺完成日期').alias('承诺日期').notBefore('collectedOn').section('认领'),
};

const realised = {
  doneOn: date('实现日期').past().alias('完成日期').notBefore('collectedOn').section('实现'),
  doneNote: longText('完成情况').alias('实现情况').section('实现'),
  rating: choice('受助人评价', ['满意', '基本满意', '不满意']).alias('评价').section('实现').width(10),
  photos: attachments('照片').section('实现'),
  clerk: text('经办人').alias('承办人').section('实现').width(10),
  remark: longText('备注').section('实现'),
};

const fields = { ...collected, ...published, ...claimed, ...realised };

export type WishValues = ValuesOf<typeof fields>;

/** 微心愿、小诉求、艰困点: collected, checked, published under an alias, claimed, realised. Counted by realisation: a claim can be taken back. */
export const wish = defineLedger({
  id: 'wish',
  title: '微心愿',
  noun: '心愿',
  group: '民生',
  version: 1,
  fields,
  titleField: 'content',
  numbering: { field: 'wishNo', pattern: 'XY-{year}-{0000}', yearFrom: 'collectedOn' },
  sameAs: ['community', 'name', 'content'],
  columns: ['wishNo', 'collectedOn', 'level', 'community', 'name', 'content', 'state', 'claimer', 'doneOn'],
  totals: ['budget'],
  sortedBy: { field: 'wishNo', descending: true },
  handledBy: 'clerk',
  closedBy: 'doneOn',
  workflow: wishWorkflow,
  clocks: wishClocks,
  check: wishComplaints,
  published: publishedWish,
});
