import { expect, test } from 'vitest';
import {
  conditionChoices,
  type NameBook,
  togetherChoices,
} from '../../../../renderer/pages/reports/form-value-options.ts';
import { communities } from '../../../shared/forms/form-office.ts';

const book: NameBook = {
  records: (ledger) => (ledger === 'organisation' ? communities() : []),
  nameOf: (_, id) => id,
  options: ({ options, optionsFrom }) =>
    options ?? (optionsFrom === undefined ? [] : [{ value: '物业' }, { value: '邻里' }]),
};

const labels = (...now: Parameters<typeof conditionChoices>[1]) =>
  conditionChoices('dispute', now, book).flatMap(({ items }) => items.map(({ label }) => label));

test('a figure is limited to a unit, to an option declared, and to one kept as a parameter', () => {
  expect(labels()).toEqual(expect.arrayContaining(['全部', '社区：晨光社区', '纠纷类型：物业']));
});

test('several together are one choice of their own, and more may join', () => {
  const several = { field: 'kind', is: ['物业', '邻里'] };
  expect(labels(several)).toContain('纠纷类型为物业、邻里');
  expect(togetherChoices('dispute', [several], book)).toMatchObject({ field: 'kind', chosen: ['物业', '邻里'] });
  expect(togetherChoices('dispute', [{ field: 'kind', except: ['物业'] }], book)).toBeUndefined();
  expect(togetherChoices('dispute', [], book)).toBeUndefined();
});
