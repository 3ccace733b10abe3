import { expect, test } from 'vitest';
import { choice, unit } from '../../../../shared/kit/fields.ts';
import { organisation } from '../../../../shared/ledgers/organisation.ts';
import { lookupIn } from '../../../../shared/workbook/import/import-lookup.ts';
import { contextOf } from '../sample-ledger.ts';

const community = (id: string, more: { readonly [field: string]: string | boolean }) => ({
  id,
  rev: 'a/1/0',
  values: { name: '晨光社区', level: '社区', ...more },
});
const byId = (id: string) => (id === organisation.id ? organisation : undefined);
const { target } = unit('社区', '社区').spec;

test('a community merged away does not make the name of its successor ambiguous', () => {
  const records = [
    community('old', { offFrom: '2025-01-01' }),
    community('now', { onFrom: '2025-01-01' }),
    community('later', { onFrom: '2027-01-01' }),
  ];
  const { resolve } = lookupIn(contextOf({ organisation: records }), byId);
  expect(target && resolve(target, '晨光')).toEqual({ ids: ['now'] });
});

test('a name that only a withdrawn community bears finds it; one that several bore finds none', () => {
  const former = { name: '东湖社区', offFrom: '2025-01-01' };
  const records = [community('now', {}), community('old', former)];
  const found = (of: readonly ReturnType<typeof community>[]) => {
    const { resolve } = lookupIn(contextOf({ organisation: of }), byId);
    return target && resolve(target, '东湖社区');
  };
  expect(found(records)).toEqual({ ids: ['old'] });
  expect(found([...records, community('older', former)])).not.toHaveProperty('ids');
});

test('options come from the declaration, else from the parameters in force', () => {
  const context = { ...contextOf({}), parameterKeys: (group: string) => (group === 'kinds' ? ['邻里', '物业'] : []) };
  const { options } = lookupIn(context, byId);
  expect(options(choice('类型', ['甲']).spec)).toEqual([{ value: '甲' }]);
  expect(options(choice('类型', { parameter: 'kinds' }).spec)).toEqual([{ value: '邻里' }, { value: '物业' }]);
});
