import { expect, test } from 'vitest';
import { changeWords } from '../../../../renderer/pages/indicators/figure-change.ts';
import {
  chosenCommunity,
  figureRowsLink,
  indicatorsLink,
  partOf,
} from '../../../../renderer/pages/indicators/indicator-links.ts';
import { periodOf } from '../../../../shared/kit/period.ts';

const APRIL = periodOf('month', '2022-04-11');

test('addresses name the ledger, the period and whose figures; a mangled part opens the whole figure', () => {
  expect(indicatorsLink({ ledger: 'demand', period: APRIL, whose: 'each' })).toBe(
    '/indicators/demand/month/2022-04-01/each',
  );
  expect(figureRowsLink('W3', { period: APRIL, community: '' }, 'hits')).toBe(
    '/indicators/rows/W3/month/2022-04-01/all/hits',
  );
  expect(['hits', 'out1', 'out', 'x'].map(partOf)).toEqual(['hits', 'out1', 'all', 'all']);
  expect(['all', 'each', 'c1'].map(chosenCommunity)).toEqual(['', '', 'c1']);
});

test('the change since the period before', () => {
  expect(changeWords({ unit: 'share', value: 0.993 }, { unit: 'share', value: 0.981 })).toBe('+1.2 个百分点');
  expect(changeWords({ unit: 'share', value: 0.05 }, { unit: 'share', value: 0.09 })).toBe('−4.0 个百分点');
  expect(changeWords({ unit: 'count', value: 7 }, { unit: 'count', value: 9 })).toBe('−2');
  expect(changeWords({ unit: 'money', value: 150_00 }, { unit: 'money', value: 100_00 })).toBe('+50.00');
  expect(changeWords({ unit: 'share', value: 1 }, { unit: 'share', value: 1 })).toBe('持平');
  expect(changeWords({ unit: 'share', value: 1 }, { unit: 'share' })).toBe('');
});
