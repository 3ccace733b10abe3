import { defineLedger } from '../kit/define-ledger.ts';
import {
  attachments,
  children,
  choice,
  code,
  date,
  department,
  integer,
  longText,
  reference,
  text,
  unit,
  type ValuesOf,
  yesNo,
} from '../kit/fields.ts';
import { meetingComplaints } from '../rules/meeting-rules.ts';
import { FROM_MEETING } from './successors.ts';

const fields = {
  meetingNo: code('会议编号').automatic().alias('编号').section('会议').width(14),
  body: choice('会议主体', [
    { value: '大工委', aliases: ['街道大工委'] },
    { value: '大党委', aliases: ['社区大党委', '社区联合党委'] },
    { value: '联席会议', aliases: ['党建联席会议', '信访工作联席会议'] },
    '党政联席会',
    '居民议事会',
  ])
    .wanted()
    .alias('会议类型')
    .section('会议')
    .width(10),
  place: unit('所属街道（社区）', '街道', '社区').wanted().alias('所属社区', '社区').section('会议').width(14),
  notifiedOn: date('通知日期').section('会议'),
  heldOn: date('召开日期').key().alias('会议日期', '日期', '时间').notBefore('notifiedOn').section('会议'),
  topics: longText('议题').key().alias('会议议题', '内容').section('会议').width(28),
  onPetitions: yesNo('研究信访').section('会议').help('研究信访工作的会议计入考核'),
  chair: text('主持人').section('会议').width(10),
  present: integer('实到').min(0).wanted().alias('实到人数', '参会人数').section('会议').width(6),
  expected: integer('应到').min(0).wanted().alias('应到人数').section('会议').width(6),
  decisions: children('议定事项', {
    matter: text('事项').key(),
    lead: department('牵头单位'),
    dueOn: date('完成时限'),
    supervision: reference('转督办', { ledger: 'supervision' }),
  }).section('决定'),
  minutes: attachments('会议纪要').section('决定'),
  remark: text('备注').section('决定').width(16),
};

export type MeetingValues = ValuesOf<typeof fields>;

/** 议事会议记录: notified, held, who came, and what was decided; what was decided goes to supervision. */
export const meeting = defineLedger({
  id: 'meeting',
  title: '议事会议记录',
  noun: '会议',
  group: '党建',
  version: 1,
  fields,
  titleField: 'topics',
  numbering: { field: 'meetingNo', pattern: 'HY-{year}-{0000}', yearFrom: 'heldOn' },
  sameAs: ['body', 'place', 'heldOn'],
  columns: ['meetingNo', 'heldOn', 'body', 'place', 'topics', 'present', 'expected', 'chair'],
  sortedBy: { field: 'heldOn', descending: true },
  leadsTo: FROM_MEETING,
  check: meetingComplaints,
});
