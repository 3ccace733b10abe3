import { describe, expect, test } from 'vitest';
import { defineLedger } from '../../../shared/kit/define-ledger.ts';
import {
  children,
  choice,
  date,
  moment,
  money,
  month,
  phone,
  reference,
  references,
  text,
  yesNo,
} from '../../../shared/kit/fields.ts';
import { csvText } from '../../../shared/tables/csv.ts';
import { dataPackage, loadSql } from '../../../shared/tables/data-package.ts';
import { type TableOptions, tablesOf } from '../../../shared/tables/ledger-tables.ts';

const relief = defineLedger({
  id: 'relief',
  title: '困难救助台账',
  noun: '救助',
  group: '民生',
  version: 1,
  fields: {
    name: text('姓名').key().personal(),
    born: date('出生日期').personal(),
    phone: phone('电话').personal(),
    on: date('发放日期'),
    at: moment('登记时间'),
    period: month('所属月份'),
    amount: money('金额', '元'),
    paid: yesNo('已发放'),
    kind: choice('类别', [{ value: 'once', title: '临时救助' }]),
    unit: reference('社区', { ledger: 'organisation' }),
    others: references('配合单位', { ledger: 'organisation' }),
    members: children('家庭成员', { name: text('姓名').personal(), relation: text('关系') }),
  },
  titleField: 'name',
  columns: ['name'],
});

const record = {
  id: 'r1',
  rev: 'a/1/0',
  values: {
    name: '张三"丰"',
    born: '1980-02-03',
    phone: '13800001234',
    on: '2026-01-05',
    at: '2026-01-05T09:41:07+08:00',
    period: '2026-01',
    amount: 123456,
    paid: true,
    kind: 'once',
    unit: 'u1',
    others: ['u1', 'u2'],
    members: [{ id: 'm1', name: '李四', relation: '配偶' }],
  },
};

const options = (isMasked: boolean): TableOptions => ({
  isMasked,
  nameOf: (_, id) => ({ u1: '晨光社区', u2: '东湖社区' })[id] ?? id,
  officeOf: () => '城东街道',
});

describe('CSV', () => {
  test('quotes what RFC 4180 says must be quoted, and nothing else', () => {
    expect(csvText([['a', 'b,c', 'd"e', '两\n行', '']])).toBe('a,"b,c","d""e","两\n行",\r\n');
  });
});

describe('a ledger as tables', () => {
  test('has typed values: fen, ISO days, ids beside names, child rows of their own', () => {
    const [table, members] = tablesOf({ ledger: relief, records: [record] }, options(false));
    expect(table?.csv).toBe(
      'record_id,entered_by_office,name,born,phone,on,at,period,amount_fen,paid,kind,unit,unit_name,others,others_name\r\n' +
        'r1,城东街道,"张三""丰""",1980-02-03,13800001234,2026-01-05,2026-01-05T09:41:07+08:00,2026-01,123456,true,' +
        '临时救助,u1,晨光社区,u1;u2,晨光社区;东湖社区\r\n',
    );
    expect(members?.name).toBe('relief_members');
    expect(members?.csv).toBe('record_id,of_record_id,row_no,name,relation\r\nm1,r1,1,李四,配偶\r\n');
  });

  test('masked, a personal day is text in stars', () => {
    const [table, members] = tablesOf({ ledger: relief, records: [record] }, options(true));
    expect(table?.csv).toContain('张****,1980-**-**,138****1234,2026-01-05');
    expect(table?.columns.find(({ name }) => name === 'born')?.type).toBe('text');
    expect(members?.csv).toContain('m1,r1,1,李*,配偶');
  });
});

describe('the schema beside them', () => {
  const tables = tablesOf({ ledger: relief, records: [record] }, options(false));
  const facts = { office: '城东街道', at: '2026-01-05T09:41:07+08:00', version: '0.1.0', isMasked: false };

  test('is a tabular data package: a resource a table, its fields typed, keys to other tables', () => {
    const { profile, resources } = JSON.parse(dataPackage(facts, tables));
    expect(profile).toBe('tabular-data-package');
    expect(resources.map(({ path }: { path: string }) => path)).toEqual(['relief.csv', 'relief_members.csv']);
    const [{ schema }, { schema: ofMembers }] = resources;
    expect(
      Object.fromEntries(schema.fields.map((one: { name: string; type: string }) => [one.name, one.type])),
    ).toMatchObject({
      record_id: 'string',
      on: 'date',
      at: 'datetime',
      amount_fen: 'integer',
      paid: 'boolean',
      period: 'string',
    });
    expect(schema.primaryKey).toBe('record_id');
    expect(ofMembers.foreignKeys).toEqual([
      { fields: 'of_record_id', reference: { resource: 'relief', fields: 'record_id' } },
    ]);
    // No table of units went along: nothing may promise one.
    expect(schema.foreignKeys).toEqual([]);
  });

  test('load.sql makes each table before it is filled', () => {
    const sql = loadSql(tables);
    expect(sql).toContain('CREATE TABLE "relief" (\n  "record_id" TEXT,\n  "entered_by_office" TEXT,');
    expect(sql).toContain(`COPY "relief" FROM 'relief.csv' (FORMAT csv, HEADER true);`);
  });
});
