import { expect, test } from 'vitest';
import { leftToSave } from '../../../../renderer/components/record-form/left-to-save.ts';

test('what was typed while a save was under way is still to be saved; what it took is not', () => {
  const saved = { content: '漏水', phone: '13800000000' };
  expect(leftToSave(saved, saved)).toEqual({});
  expect(leftToSave({ ...saved, content: '漏水三天', remark: '催过' }, saved)).toEqual({
    content: '漏水三天',
    remark: '催过',
  });
  // Emptied meanwhile.
  expect(leftToSave({ ...saved, phone: undefined }, saved)).toEqual({ phone: undefined });
});
