import { expect, test } from 'vitest';
import { viewsOf } from '../../../../renderer/pages/ledger/ledger-views.ts';
import { filtersTest } from '../../../../shared/kit/query.ts';
import { demand } from '../../../../shared/ledgers/demand.ts';
import { department } from '../../../../shared/ledgers/department.ts';
import { relief } from '../../../../shared/ledgers/relief.ts';

const shown = (id: string, state: string, warning?: string) => {
  const view = viewsOf(demand).find((one) => one.id === id);
  return filtersTest(view?.filters ?? [])({ values: { state }, derived: warning === undefined ? {} : { warning } });
};

test('a ledger of cases with limits has its cases in hand, close, late and done apart', () => {
  expect(viewsOf(demand).map(({ title }) => title)).toEqual(['全部', '办理中', '临期', '超期', '催办', '已办结']);
  expect(shown('soon', 'ASSIGNED', '警告')).toBe(true);
  expect(shown('soon', 'ASSIGNED', '正常')).toBe(false);
  expect(shown('late', 'ASSIGNED', '超期')).toBe(true);
  // What ended late is done: nobody can hurry it any more.
  expect(shown('late', 'VISITED', '超期')).toBe(false);
  expect([shown('closed', 'VISITED'), shown('closed', 'ASSIGNED'), shown('open', 'ASSIGNED')]).toEqual([
    true,
    false,
    true,
  ]);
});

test('slips that are to be urged or named in the circular have a tab of their own', () => {
  const [urged] = viewsOf(demand).filter(({ title }) => title === '催办');
  expect(urged?.filters).toEqual([{ field: 'urging', is: ['应催办', '应通报'] }]);
  expect(viewsOf(relief).map(({ title }) => title)).not.toContain('催办');
});

test('without such limits there is neither close nor late, without states there are no tabs', () => {
  expect(viewsOf(relief).map(({ id }) => id)).toEqual(expect.arrayContaining(['all', 'open', 'closed']));
  expect(viewsOf(department)).toEqual([]);
});
