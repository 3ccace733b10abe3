import { expect, test } from 'vitest';
import { withApostrophe, withoutApostrophe } from '../../../shared/workbook/formula-like.ts';

test.each(['=1+1', '+86 138', '-无-', '@某人', '\t=1', '\r=1'])(
  '%j goes out behind an apostrophe and comes back',
  (text) => {
    expect(withApostrophe(text)).toBe(`'${text}`);
    expect(withoutApostrophe(`'${text}`)).toBe(text);
  },
);

test.each(['普通', '', "'76 年生", '5-3', "'"])('%j goes out and comes back as it is', (text) => {
  expect(withApostrophe(text)).toBe(text);
  expect(withoutApostrophe(text)).toBe(text);
});
