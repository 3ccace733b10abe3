import { expect, test } from 'vitest';
import { worker } from '../../../../shared/ledgers/worker.ts';
import { openFirst } from '../sample-files.ts';
import { importSample } from '../sample-office.ts';

/** A roster as .csv whose 出生年月 are these; what is stored, and the warnings about it. */
function births(...months: readonly string[]): { stored: unknown[]; warned: string[] } {
  const rows = months.map((month, at) => `晨光社区,居民${at},${month}`);
  const bytes = new TextEncoder().encode(['所属社区,姓名,出生年月', ...rows].join('\n'));
  const { plan } = importSample('花名册.csv', worker, { reader: openFirst(bytes, '花名册.csv') });
  return {
    stored: plan.rows.map(({ values }) => values.birth),
    warned: plan.rows.flatMap(({ complaints }) =>
      complaints.filter(({ field }) => field === 'birth').map(({ code }) => code),
    ),
  };
}

test('2026.1 beside 2026.10 is January: the column keeps its zeros', () => {
  expect(births('1990.1', '1988.10', '1991.11')).toEqual({ stored: ['1990-01', '1988-10', '1991-11'], warned: [] });
});

test('2026.1 in a column without a 2026.10 is January with a warning, and 2026.11 beside it proves nothing', () => {
  expect(births('1990.1', '1988.11', '1991.2')).toEqual({
    stored: ['1990-01', '1988-11', '1991-02'],
    warned: ['month/lost-zero'],
  });
});
