import { expect, test } from 'vitest';
import { reportLink } from '../../../../renderer/pages/reports/report-links.ts';
import { periodOf } from '../../../../shared/kit/period.ts';

test('the address of a report says its period', () => {
  expect(reportLink('R7', periodOf('quarter', '2026-05-01'))).toBe('/reports/R7/quarter/2026-04-01');
});
