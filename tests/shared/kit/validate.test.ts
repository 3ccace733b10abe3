import { describe, expect, test } from 'vitest';
import { error } from '../../../shared/kit/complaint.ts';
import { defineLedger } from '../../../shared/kit/define-ledger.ts';
import {
  children,
  choice,
  choices,
  code,
  date,
  integer,
  moment,
  money,
  percent,
  references,
  text,
  unit,
  yesNo,
} from '../../../shared/kit/fields.ts';
import { validateValues } from '../../../shared/kit/validate.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { facility } from '../../../shared/ledgers/facility.ts';
import { meeting } from '../../../shared/ledgers/meeting.ts';
import { contextOf, record } from '../ledgers/support.ts';

const demand = defineLedger({
  id: 'demand',
  title: '诉求',
  noun: '诉求',
  group: '诉求信访',
  version: 1,
  fields: {
    number: code('编号').key().automatic(),
    matter: text('诉求内容').key().maxLength(4),
    receivedOn: date('接收日期').key(),
    receivedAt: moment('接收时间'),
    closedOn: date('办结日期').notBefore('receivedOn').neededFor('close'),
    community: unit('社区', '社区').wanted(),
    helpers: references('协办社区', { ledger: 'organisation', where: { field: 'level', is: ['社区'] } }),
    urgency: choice('紧急程度', ['一般', '紧急']),
    topic: choice('问题分类', { parameter: '问题分类' }),
    means: choices('方式', ['电话', '上门']),
    persons: integer('涉及人数').min(1).max(500),
    amount: money('金额', '元').max(100_000_000),
    rate: percent('满意率'),
    counted: yesNo('纳入评价'),
    visits: children('走访', {
      on: date('日期').key(),
      until: date('截止').notBefore('on'),
      result: choice('结果', ['已解决', '未解决']).neededFor('close'),
    }).neededFor('close'),
  },
  titleField: 'matter',
  columns: ['matter'],
  check: (values) => (values.persons === 13 ? [error('demand/thirteen', '不能是 13', 'persons')] : []),
});

const context = contextOf({
  organisation: [record('s', { level: '社区', name: '晨光社区' }), record('j', { level: '街道', name: '示例街道' })],
  parameter: [record('p', { group: '问题分类', key: '停车', value: '' })],
});
const sound: Values = { matter: '停车', receivedOn: '2026-09-10', community: 's' };
const found = (more: Values) =>
  validateValues(demand, { ...sound, ...more }, context).map((one) => `${one.severity} ${one.code} ${one.field}`);

test('complaints come in the order of the fields, whatever order the values came in; what is no field is passed over', () => {
  const typed: Values = { amount: -0.5, constructor: 'x', persons: 0, matter: '停车难问题', toString: 'y' };
  const turned = Object.fromEntries(Object.entries(typed).toReversed());
  const codes = (values: Values) =>
    validateValues(demand, values, context).map(({ code, field }) => `${field} ${code}`);
  expect(codes(typed)).toEqual([
    'matter field/length',
    'receivedOn field/key',
    'community field/wanted',
    'persons field/min',
    'amount field/type',
  ]);
  expect(codes(turned)).toEqual(codes(typed));
});

describe('validation', () => {
  test('a sound record has nothing against it', () => {
    expect(found({})).toEqual([]);
    expect(
      found({
        helpers: ['s'],
        urgency: '一般',
        topic: '停车',
        means: ['电话'],
        persons: 1,
        amount: 0,
        rate: 100,
        counted: false,
      }),
    ).toEqual([]);
  });

  test('a missing key is an error, a missing wanted field a warning, an automatic one neither', () => {
    expect(validateValues(demand, { matter: ' ' }, context).map((one) => [one.severity, one.code, one.field])).toEqual([
      ['error', 'field/key', 'matter'],
      ['error', 'field/key', 'receivedOn'],
      ['warning', 'field/wanted', 'community'],
    ]);
  });

  test('bounds in the words of the screen', () => {
    expect(found({ persons: 0 })).toEqual(['error field/min persons']);
    expect(found({ persons: 501 })).toEqual(['error field/max persons']);
    expect(found({ rate: 100.1 })).toEqual(['error field/max rate']);
    expect(found({ amount: -1 })).toEqual(['error field/min amount']);
    const [complaint] = validateValues(demand, { ...sound, amount: 100_000_001 }, context);
    expect(complaint?.message).toBe('金额不能大于 1,000,000.00 元');
  });

  test('a moment is judged whole; one stored in another offset stands', () => {
    for (const receivedAt of ['2026-09-10T09:05:00+08:00', '2026-09-10T09:05:00Z'])
      expect(found({ receivedAt })).toEqual([]);
    for (const receivedAt of ['2026-09-10T25:61+08:00', '2026-09-10T09:05 早上', '2026-09-10']) {
      expect(found({ receivedAt }), receivedAt).toEqual(['error field/type receivedAt']);
    }
  });

  test('length is counted in characters people see', () => {
    expect(found({ matter: '孔𫖯𫖯𫖯' })).toEqual([]);
    expect(found({ matter: '孔𫖯𫖯𫖯孔' })).toEqual(['error field/length matter']);
  });

  test('declared options refuse, dated ones warn, an empty group says nothing', () => {
    expect(found({ urgency: '特急' })).toEqual(['error field/option urgency']);
    expect(found({ means: ['电话', '微信'] })).toEqual(['error field/option means']);
    expect(found({ topic: '停水' })).toEqual(['warning field/option topic']);
    expect(validateValues(demand, { ...sound, topic: '停水' }, contextOf()).map((one) => one.field)).toEqual([
      'community',
    ]);
  });

  test('references must exist and be of the right level', () => {
    expect(found({ community: 'gone' })).toEqual(['error field/reference community']);
    expect(found({ community: 'j' })).toEqual(['error field/target community']);
    expect(found({ helpers: ['s', 'j', 'gone'] })).toEqual([
      'error field/target helpers',
      'error field/reference helpers',
    ]);
  });

  test('an end before its start, also inside child rows, with the path of the row', () => {
    expect(found({ closedOn: '2026-09-09' })).toEqual(['error field/not-before closedOn']);
    expect(found({ closedOn: '2026-09-10' })).toEqual([]);
    expect(
      found({
        visits: [
          { id: 'a', on: '2026-09-11' },
          { id: 'b', on: '2026-09-12', until: '2026-09-11', result: '不明' },
          { id: 'c' },
        ],
      }),
    ).toEqual([
      'error field/not-before visits[1].until',
      'error field/option visits[1].result',
      'error field/key visits[2].on',
    ]);
  });

  test('values of the wrong shape, as a foreign package may bring them', () => {
    expect(found({ receivedOn: '2026-9-10' })).toEqual(['error field/type receivedOn']);
    expect(found({ amount: 1.5 })).toEqual(['error field/type amount']);
    expect(found({ persons: '3' })).toEqual(['error field/type persons']);
    expect(found({ counted: '是' })).toEqual(['error field/type counted']);
    expect(found({ means: '电话' })).toEqual(['error field/type means']);
    expect(found({ visits: ['x'] })).toEqual(['error field/type visits']);
  });

  test('the ledger has the last word', () => {
    expect(found({ persons: 13 })).toEqual(['error demand/thirteen persons']);
  });
});

test('days before 1949, beyond 2099, or a case that began tomorrow are said beside their field, never refused', () => {
  const context = contextOf({});
  const codes = (values: Values) =>
    validateValues(facility, { name: '南门', ...values }, context)
      .filter(({ code }) => code.startsWith('field/date'))
      .map(({ code, field, severity }) => [code, field, severity]);
  expect(codes({ checkedOn: '1905-07-01' })).toEqual([['field/date-range', 'checkedOn', 'warning']]);
  expect(codes({ checkedOn: '2162-01-05' })).toEqual([['field/date-range', 'checkedOn', 'warning']]);
  expect(codes({ checkedOn: '2026-01-09', warrantyTo: '2031-01-01' })).toEqual([]);
  const ahead = validateValues(facility, { name: '南门', checkedOn: '2036-01-09' }, context);
  expect(ahead.map(({ code, field }) => [code, field])).toContainEqual(['field/far-ahead', 'checkedOn']);
  const farthest = validateValues(facility, { name: '南门', checkedOn: '2062-01-09' }, context);
  expect(farthest.filter(({ code }) => code === 'field/far-ahead')).toHaveLength(1);
  const future = validateValues(meeting, { topics: '停车', heldOn: '2062-01-05' }, context);
  expect(future.map(({ code }) => code)).toContain('field/future');
});

test('a unit withdrawn by the day of the row is said beside the field; rows from before that day rightly name it', () => {
  const organisation = [
    record('s', { level: '社区', name: '晨光社区' }),
    record('w', { level: '社区', name: '西门社区', offFrom: '2026-06-01' }),
  ];
  const context = contextOf({ organisation });
  const said = (receivedOn: string, community: string) =>
    validateValues(demand, { ...sound, receivedOn, community }, context).map(({ field, message }) => [field, message]);
  expect(said('2026-09-10', 's')).toEqual([]);
  expect(said('2026-05-31', 'w')).toEqual([]);
  expect(said('2026-06-01', 'w')).toEqual([['community', '社区“西门社区”已于 2026-06-01 停用，请核对']]);
});
