import { matchFields, matchOn, matchValues } from '../access/review/application-review.ts';
import { STRAY_ACTIONS, strayTaskComplaints } from '../access/stray-task-rules.ts';
import { issuedBlocksUndo, issuedDocuments } from '../documents/issued-documents.ts';
import { defineLedger } from '../kit/define-ledger.ts';
import { textIn } from '../kit/field-values.ts';
import {
  attachments,
  choice,
  code,
  date,
  department,
  longText,
  phone,
  reference,
  references,
  specsOf,
  text,
  yesNo,
} from '../kit/fields.ts';
import { IN_CHANNELS, LIST_MATCHES } from './application-options.ts';

const order = {
  strayNo: code('登记编号').automatic().alias('编号').section('下派').width(14),
  date: date('下派日期').key().alias('日期', '接收日期', '登记日期').section('下派'),
  channel: choice('下派方式', IN_CHANNELS).key().alias('方式', '渠道', '来文方式').section('下派').width(10),
  sender: department('下派单位').wanted().alias('单位', '部门', '下派部门').section('下派').width(16),
  senderPerson: text('下派人').alias('联系人').section('下派').width(10),
  phone: phone('联系电话').alias('电话').section('下派'),
  itemName: text('下派事项').key().alias('事项', '事项名称', '任务').maxLength(80).section('下派').width(28),
  content: longText('下派内容').alias('内容').section('下派').help('照录群消息、电话或会议上的原话'),
  dutyComm: longText('要求社区做什么').alias('社区任务', '工作要求').section('下派'),
  demandedBy: date('要求完成日期').alias('完成时限').notBefore('date').section('下派'),
  needReport: yesNo('要求社区报表').section('下派').width(10),
  targets: references('涉及社区', {
    ledger: 'organisation',
    where: { field: 'level', is: ['社区'] },
    allWords: ['各社区', '全部', '全部社区', '所有社区', '全街道'],
  })
    .alias('社区', '涉及范围')
    .section('下派')
    .width(20),
  legalBasis: longText('所称依据').alias('依据').nothingMeans('blank').section('下派').help('部门说的法律法规或文件'),
  proof: attachments('凭证').wanted().section('下派').help('群消息截图可以直接粘贴；电话、会议记录拍照或扫描'),
};

const answer = {
  listMatch: choice('清单比对结果', LIST_MATCHES).section('处理').width(12).help('程序给出比对建议，由经办人认定'),
  listItem: reference('对应清单条目', { ledger: 'catalogueItem' }).section('处理').width(28),
  action: choice('处理结果', STRAY_ACTIONS).alias('处理', '处理方式').section('处理').width(10).help('留空视为待处理'),
  answeredOn: date('答复（报区）日期').past().alias('答复日期', '报区日期').notBefore('date').section('处理'),
  letterNo: text('告知函文号').alias('文号').section('处理').width(18),
  refusalReason: longText('理由').alias('拒绝理由').section('处理'),
  application: reference('转成的申请', { ledger: 'application' }).section('处理').width(24),
  documents: issuedDocuments(),
  clerk: text('经办人').wanted().section('处理').width(10),
  remark: longText('备注').section('处理'),
};

const fields = { ...order, ...answer };

/** 清单外下派登记: who sent what around the admission, by which channel, with the proof, and what was answered. */
export const strayTask = defineLedger({
  id: 'strayTask',
  title: '清单外下派',
  noun: '下派事项',
  group: '准入',
  version: 1,
  fields,
  titleField: 'itemName',
  numbering: { field: 'strayNo', pattern: 'XP-{year}-{0000}', yearFrom: 'date' },
  sameAs: ['date', 'sender', 'itemName'],
  columns: ['strayNo', 'date', 'channel', 'sender', 'itemName', 'targets', 'matchResult', 'action', 'answeredOn'],
  sortedBy: { field: 'strayNo', descending: true },
  undoBlocked: issuedBlocksUndo,
  handledBy: 'clerk',
  closedBy: 'answeredOn',
  derived: {
    fields: specsOf(matchFields),
    compute: ({ values }, context) =>
      matchValues(
        matchOn(
          textIn(values, 'date') || context.today,
          {
            itemName: textIn(values, 'itemName'),
            dutyComm: textIn(values, 'dutyComm') || textIn(values, 'content'),
            legalBasis: textIn(values, 'legalBasis'),
          },
          context,
        ),
      ),
  },
  check: strayTaskComplaints,
});
