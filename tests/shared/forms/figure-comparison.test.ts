import { expect, test } from 'vitest';
import { bareHeading } from '../../../shared/forms/counted-headings.ts';
import { comparisonIn } from '../../../shared/forms/figure-comparison.ts';

test.each([
  ['派遣数同比±', '派遣数', 'difference'],
  ['派遣数同比+/-', '派遣数', 'difference'],
  ['派遣数同比+/-%', '派遣数', 'share'],
  ['环比（+/-%）', '', 'share'],
])('%s says how a figure changed', (heading, rest, as) => {
  expect(comparisonIn(heading, bareHeading(heading))).toMatchObject({ rest, compared: { as } });
});
