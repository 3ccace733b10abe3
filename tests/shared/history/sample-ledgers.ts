import { defineLedger } from '../../../shared/kit/define-ledger.ts';
import { children, choice, date, integer, longText, reference, references, text } from '../../../shared/kit/fields.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { defineWorkflow } from '../../../shared/kit/workflow.ts';

export const department = defineLedger({
  id: 'department',
  title: '部门',
  noun: '部门',
  group: '基础',
  version: 1,
  fields: { name: text('全称').key(), shortName: text('简称') },
  titleField: 'name',
  columns: ['name'],
});

const workflow = defineWorkflow({
  initial: 'received',
  states: {
    received: { title: '已登记', open: true, waitingFor: '街道' },
    approved: { title: '同意', open: false },
  },
  transitions: {
    approve: {
      number: 'T1',
      title: '审定',
      from: ['received'],
      to: ['approved'],
      by: 'BOARD',
      requires: ['docNo'],
      asks: { docNo: text('文号') },
    },
  },
});

/** A small application: a number, a workflow with a decision, a reference, a child list. */
export const application = defineLedger({
  id: 'application',
  title: '准入申请',
  noun: '申请',
  group: '准入',
  version: 1,
  fields: {
    caseNo: text('编号').automatic(),
    inDate: date('收到日期').key(),
    name: text('事项名称').key(),
    applicant: reference('申请部门', { ledger: 'department' }),
    helpers: references('配合部门', { ledger: 'department' }),
    kind: choice('类别', ['公共服务', '公共安全']),
    persons: integer('人数').min(0),
    contact: text('联系人').personal(),
    docNo: text('文号').decision(),
    notes: longText('备注'),
    opinions: children('社区意见', { community: text('社区'), opinion: text('意见') }),
  },
  titleField: 'name',
  numbering: { field: 'caseNo', pattern: 'ZR-{year}-{0000}', yearFrom: 'inDate' },
  workflow,
  columns: ['caseNo', 'name', 'state'],
  totals: ['persons'],
});

export const sampleLedgers: readonly Ledger[] = [application, department];
