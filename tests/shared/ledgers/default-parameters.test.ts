import { describe, expect, test } from 'vitest';
import { validateValues } from '../../../shared/kit/validate.ts';
import { DEFAULT_PARAMETERS } from '../../../shared/ledgers/default-parameters.ts';
import { parameter } from '../../../shared/ledgers/parameter.ts';
import { contextOf } from './support.ts';

describe('parameters a new office starts with', () => {
  test('each row is a sound parameter', () => {
    for (const row of DEFAULT_PARAMETERS) expect(validateValues(parameter, row, contextOf())).toEqual([]);
  });

  test('twelve limits of the review; only 提前申报 and 区级审定 have a source', () => {
    const limits = DEFAULT_PARAMETERS.filter(({ group, key }) => group === '时限' && /^D\d+$/.test(key ?? ''));
    expect(limits.map((row) => `${row.key}=${row.value}${row.unit}`).join(' ')).toBe(
      'D1=30工作日 D2=3工作日 D3=5工作日 D4=5工作日 D5=5工作日 D6=15工作日 D7=5工作日 D8=5工作日 D9=90自然日 D10=12个月 D11=30工作日 D12=12个月',
    );
    expect(limits.filter((row) => !row.inferred).map((row) => row.key)).toEqual(['D1', 'D6']);
  });

  test('limits of demands are places’ own, each marked as a default to be changed', () => {
    const limits = DEFAULT_PARAMETERS.filter(({ group, key }) => group === '时限' && key?.startsWith('诉求'));
    expect(limits.map(({ key, value, unit }) => `${key}=${value}${unit}`)).toEqual([
      '诉求办理·突发=2小时',
      '诉求办理·紧急=24小时',
      '诉求办理·咨询求助=3工作日',
      '诉求办理·投诉建议=13工作日',
      '诉求办理·一般=7自然日',
      '诉求办理·复杂=15自然日',
      '诉求联系=1工作日',
      '诉求回访=1自然日',
    ]);
    expect(limits.every(({ inferred }) => inferred)).toBe(true);
  });

  test('group and key name one row', () => {
    const names = DEFAULT_PARAMETERS.map((row) => `${row.group} ${row.key}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('a limit that is no number is refused', () => {
    const values = { group: '时限', key: 'D2', value: '三天', from: '2026-01-01', basis: '某文' };
    expect(validateValues(parameter, values, contextOf()).map((complaint) => complaint.code)).toEqual([
      'parameter/number',
    ]);
  });
});
