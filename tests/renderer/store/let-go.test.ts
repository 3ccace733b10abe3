import { expect, test } from 'vitest';
import { letGo } from '../../../renderer/store/let-go.ts';

test('the memory of bytes is given back, but not what others share', () => {
  const bytes = new Uint8Array(1000);
  letGo(bytes);
  expect(bytes.length).toBe(0);
  const shared = new Uint8Array(1000);
  letGo(shared.subarray(0, 999));
  expect(shared.length).toBe(1000);
});
