import { issuedBlocksUndo, issuedDocuments } from '../documents/issued-documents.ts';
import { type Complaint, error } from '../kit/complaint.ts';
import { defineLedger } from '../kit/define-ledger.ts';
import { children, code, date, longText, text, type ValuesOf } from '../kit/fields.ts';

const fields = {
  handoverNo: code('交接编号').automatic().width(14),
  handedOn: date('交接日期').key(),
  from: text('移交人').key().width(10),
  to: text('接收人').key().width(10),
  witness: text('监交人').wanted().width(10),
  reason: text('交接原因').width(20),
  items: children('移交事项', {
    ledger: text('台账'),
    number: text('编号'),
    matter: text('事项'),
    state: text('状态'),
    dueOn: date('到期日'),
    /** Which record it was, for whoever asks later; of restricted ones all that the line stands for. */
    record: code('记录').automatic(),
  }).automatic(),
  documents: issuedDocuments(),
  remark: longText('备注'),
};

export type HandoverValues = ValuesOf<typeof fields>;

const samePerson = ({ from, to }: HandoverValues): readonly Complaint[] =>
  from !== undefined && from === to ? [error('handover/same', '接收人不能是移交人自己', 'to')] : [];

/** 交接记录: which open cases went from one clerk to another, when, and before whom. Written with the change of hands itself. */
export const handover = defineLedger({
  id: 'handover',
  title: '交接记录',
  noun: '交接',
  group: '基础',
  version: 1,
  fields,
  titleField: 'from',
  numbering: { field: 'handoverNo', pattern: 'YJ-{year}-{0000}', yearFrom: 'handedOn' },
  columns: ['handoverNo', 'handedOn', 'from', 'to', 'witness', 'items', 'reason'],
  sortedBy: { field: 'handoverNo', descending: true },
  undoBlocked: issuedBlocksUndo,
  check: samePerson,
});
