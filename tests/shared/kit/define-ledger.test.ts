import { describe, expect, test } from 'vitest';
import { defineLedger } from '../../../shared/kit/define-ledger.ts';
import { date, text } from '../../../shared/kit/fields.ts';
import { defineWorkflow, STATE_FIELD, STEPS_FIELD } from '../../../shared/kit/workflow.ts';

const base = {
  id: 'test',
  title: '测试',
  noun: '条',
  group: '基础',
  version: 1,
  fields: { name: text('名称').key(), from: date('开始'), to: date('结束').notBefore('from') },
  titleField: 'name',
  columns: ['name'],
} as const;

describe('defineLedger', () => {
  test('a declaration that names an unknown field fails at once', () => {
    expect(() => defineLedger({ ...base, columns: ['nmae'] })).toThrow('ledger test names an unknown field: nmae');
    expect(() => defineLedger({ ...base, sortedBy: { field: 'gone' } })).toThrow('gone');
    expect(() => defineLedger({ ...base, fields: { ...base.fields, to: date('结束').notBefore('start') } })).toThrow(
      'start',
    );
  });

  test('a workflow brings its state and steps, changed only by decisions', () => {
    const workflow = defineWorkflow({
      initial: 'open',
      states: { open: { title: '办理中', open: true }, done: { title: '已办结', open: false } },
      transitions: {},
    });
    const ledger = defineLedger({ ...base, workflow, columns: ['name', 'state'] });
    expect(ledger.fields[STATE_FIELD]).toMatchObject({ decision: true, automatic: true });
    expect(ledger.fields[STATE_FIELD]?.options?.map((option) => [option.value, option.title])).toEqual([
      ['open', '办理中'],
      ['done', '已办结'],
    ]);
    expect(ledger.fields[STEPS_FIELD]?.kind).toBe('children');
  });

  test('words of a field pile up and leave the original as it was', () => {
    const plain = text('名称');
    const rich = plain.alias('甲').alias('乙').neededFor('a').neededFor('b').key();
    expect(rich.spec).toMatchObject({ aliases: ['甲', '乙'], neededFor: ['a', 'b'], key: true });
    expect(plain.spec).toEqual({ kind: 'text', label: '名称' });
  });
});
