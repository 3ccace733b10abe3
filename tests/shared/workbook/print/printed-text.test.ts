import { expect, test } from 'vitest';
import { LINE_STYLE } from '../../../../shared/workbook/export/report-frame.ts';
import { printedText } from '../../../../shared/workbook/print/printed-text.ts';
import type { CellValue } from '../../../../shared/workbook/sheet-model.ts';

test.each<readonly [CellValue | undefined, string | undefined, string]>([
  [undefined, undefined, ''],
  ['晨光社区', '@', '晨光社区'],
  [{ day: '2026-01-05' }, 'yyyy-mm-dd', '2026-01-05'],
  [true, undefined, '是'],
  [12, undefined, '12'],
  [1234.5, undefined, '1234.5'],
  [1234.5, '#,##0.00', '1,234.50'],
  [0.8333, '0.0%', '83.3%'],
  [2.5, '0.##', '2.5'],
  [{ formula: 'SUM(A1:A2)', cached: 7 }, '0', '7'],
])('%j in %s shows %s', (value, format, text) => {
  const style = format === undefined ? LINE_STYLE : { ...LINE_STYLE, format };
  expect(printedText(value === undefined ? { style } : { value, style })).toBe(text);
});
