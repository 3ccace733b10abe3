import { attachments, choice, code, date, longText, text } from '../kit/fields.ts';
import { LEVELS, PERFORMANCES, ROUTES } from '../rules/dispute-workflow.ts';

/** Who settles a dispute by when, and how it ended. */
export const disputeSettlingFields = {
  level: choice('化解层级', LEVELS).neededFor('report').section('化解').width(8),
  owner: text('责任人').neededFor('report').alias('调解员', '化解责任人', '承办人').section('化解').width(10),
  acceptedOn: date('受理日期').past().alias('受理时间').neededFor('report').notBefore('foundOn').section('化解'),
  dueOn: date('调解期限')
    .alias('化解期限')
    .notBefore('foundOn')
    .section('化解')
    .help('另有约定的期限；留空自受理日期起按时限参数推算'),
  outcome: choice('化解情况', [
    '待分派',
    { value: '调解中', aliases: ['正在调解', '化解中', '正在化解'] },
    { value: '化解成功', aliases: ['是', '已化解', '成功', '√'] },
    '部分化解',
    { value: '未化解', aliases: ['否', '没有化解', '未成功'] },
    { value: '导出其他途径', aliases: ['导出', '转其他途径'] },
  ])
    .wanted()
    .alias('是否化解', '化解结果', '化解状态', '调解结果', '状态')
    .section('化解')
    .width(10),
  route: choice('导出途径', ROUTES).section('化解').width(10),
  settledOn: date('办结日期')
    .past()
    .alias('化解日期', '化解时间', '办结时间', '结案日期', '结案时间')
    .notBefore('foundOn')
    .section('化解'),
  agreementNo: code('协议编号').alias('协议书编号').section('化解').width(16),
  performance: choice('履行情况', PERFORMANCES).section('化解').width(8),
  visitedOn: date('回访日期').past().notBefore('foundOn').section('化解'),
  visitResult: text('回访结果').section('化解').width(12),
  proof: attachments('材料').section('化解').help('协议书、调解记录'),
  remark: longText('备注').section('化解'),
};
