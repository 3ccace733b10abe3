import { expect, test } from 'vitest';
import { fieldsHolding, withoutPerson } from '../../../shared/history/purge.ts';
import { defineLedger } from '../../../shared/kit/define-ledger.ts';
import { attachments, children, text } from '../../../shared/kit/fields.ts';

const petition = defineLedger({
  id: 'petition',
  title: '信访',
  noun: '信访件',
  group: '基础',
  version: 1,
  fields: {
    title: text('标题').key(),
    papers: attachments('附件'),
    steps: children('办理', { proof: attachments('佐证') }),
  },
  titleField: 'title',
  columns: ['title'],
});

const file = (name: string) => ({ hash: '0'.repeat(64), name, size: 1 });

test('a person named by attached files only is found, and cleared out of their names', () => {
  const values = {
    title: '加装电梯',
    papers: [file('张三身份证.jpg'), file('照片.jpg')],
    steps: [{ id: 's1', proof: [file('答复张三.pdf')] }],
  };
  expect(fieldsHolding(petition, values, ['张三'])).toEqual(['附件', '办理']);
  expect(withoutPerson(petition, values, ['张三'])).toEqual({
    title: '加装电梯',
    papers: [file('（已清除）身份证.jpg'), file('照片.jpg')],
    steps: [{ id: 's1', proof: [file('答复（已清除）.pdf')] }],
  });
});
