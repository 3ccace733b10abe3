import { describe, expect, test } from 'vitest';
import { convertText } from '../../../../shared/kit/convert/convert-text.ts';
import { referenceResolver } from '../../../../shared/kit/convert/reference-resolver.ts';
import { department, type Field, references } from '../../../../shared/kit/fields.ts';
import type { Value } from '../../../../shared/kit/values.ts';
import { ledgerById } from '../../../../shared/ledgers/index.ts';
import { fc } from '../../../properties.ts';
import { record } from '../../ledgers/support.ts';
import { plainLookup } from './lookup.ts';

const records = {
  organisation: [
    record('j', { level: '街道', name: '示例街道' }),
    record('c1', { level: '社区', name: '晨光社区', aliases: '晨光居、老晨光' }),
    record('c2', { level: '社区', name: '东湖社区' }),
    record('c3', { level: '社区', name: '康平社区', shortName: '康平' }),
    record('g1', { level: '网格', name: '晨光网格' }),
  ],
  department: [
    record('d1', { name: '示例区住房和城乡建设局', shortName: '区住建局', aliases: '住建局、区住建委' }),
    record('d2', { name: '示例市住房和城乡建设局', shortName: '市住建局' }),
    record('d3', { name: '综合科', shortName: '综合' }),
    record('d4', { name: '综合执法局', shortName: '综合' }),
  ],
};
const lookup = {
  ...plainLookup,
  resolve: referenceResolver(ledgerById, (ledgerId) =>
    ledgerId === 'department' ? records.department : records.organisation,
  ),
};

const targets = references('涉及社区', {
  ledger: 'organisation',
  where: { field: 'level', is: ['社区'] },
  allWords: ['全部', '各社区'],
});
const convert = (raw: string, field: Field<never> | Field<Value>) => convertText(raw, field.spec, lookup);

describe('references', () => {
  test('by name, short name, alias, and without the kind of place', () => {
    const applicant = department('申请单位');
    for (const raw of ['示例区住房和城乡建设局', '区住建局', ' 住建局 ', '区住建委']) {
      expect(convert(raw, applicant).value, raw).toBe('d1');
    }
    expect(convert('市住建局', applicant).value).toBe('d2');
    for (const raw of ['晨光社区', '晨光', '老晨光', '晨光社区居委会', '晨光居委会']) {
      expect(convert(raw, targets).value, raw).toEqual(['c1']);
    }
    expect(convert('晨光村', targets).complaints[0]?.code).toBe('reference/unknown');
  });

  test('several, and all', () => {
    expect(convert('晨光、东湖', targets)).toEqual({ value: ['c1', 'c2'], complaints: [] });
    expect(convert('晨光社区,康平;晨光', targets).value).toEqual(['c1', 'c3']);
    expect(convert('各社区', targets)).toEqual({
      value: ['c1', 'c2', 'c3'],
      changed: '“各社区”记为全部 3 个',
      complaints: [],
    });
  });

  test('an unknown word names the nearest, and one that fits two is refused', () => {
    expect(convert('晨光、东胡社区', targets).complaints[0]).toMatchObject({
      code: 'reference/unknown',
      message: '“东胡社区”不在涉及社区里，最接近的是：东湖社区、晨光社区、康平社区。请先登记或改用已有名称',
    });
    expect(convert('示例街道', targets).complaints[0]?.code).toBe('reference/unknown');
    expect(convert('综合', department('申请单位')).complaints[0]?.code).toBe('reference/ambiguous');
    const none = { ...lookup, resolve: referenceResolver(ledgerById, () => []) };
    expect(convertText('全部', targets.spec, none).complaints[0]?.code).toBe('reference/none');
  });
});

test('a list of names by full name, short name or alias gives each record once; one stranger among them refuses all', () => {
  const names: { readonly [name: string]: string } = {
    晨光社区: 'c1',
    老晨光: 'c1',
    晨光: 'c1',
    东湖: 'c2',
    东湖社区居委会: 'c2',
    康平: 'c3',
  };
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...Object.keys(names)), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('、', '，', ';', '/', '\n'),
      fc.option(fc.constantFrom('月牙社区', '某某'), { nil: undefined }),
      (chosen, separator, stranger) => {
        const { value, complaints } = convert([...chosen, ...(stranger ? [stranger] : [])].join(separator), targets);
        if (stranger) expect([value, complaints[0]?.code]).toEqual([undefined, 'reference/unknown']);
        else expect(value).toEqual([...new Set(chosen.map((name) => names[name]))]);
      },
    ),
  );
});
