import { describe, expect, test } from 'vitest';
import type { FieldSpecs } from '../../../../shared/kit/fields.ts';
import type { Ledger } from '../../../../shared/kit/ledger.ts';
import { validateValues } from '../../../../shared/kit/validate.ts';
import type { LedgerRecord } from '../../../../shared/kit/values.ts';
import { demand } from '../../../../shared/ledgers/demand.ts';
import { facility } from '../../../../shared/ledgers/facility.ts';
import { ledgers } from '../../../../shared/ledgers/index.ts';
import { organisation } from '../../../../shared/ledgers/organisation.ts';
import { survey } from '../../../../shared/ledgers/survey.ts';
import { worker } from '../../../../shared/ledgers/worker.ts';
import { record } from '../../ledgers/support.ts';
import { openFirst } from '../sample-files.ts';
import { importSample, officeOf } from '../sample-office.ts';

const TREE = [
  record('street', { level: '街道', name: '顺河街道' }),
  record('cg', { level: '社区', name: '晨光社区', parent: 'street' }),
  record('dh', { level: '社区', name: '东湖社区', parent: 'street' }),
  record('west', { level: '社区', name: '西门社区', parent: 'street', offFrom: '2026-06-01' }),
  record('yard', { level: '小区', name: '翠园', parent: 'cg' }),
];

/** What an import says of each row of a sheet (cells parted by |), whether it is taken, and whether the form says the same. */
function said(ledger: Ledger, sheet: string, tree: readonly LedgerRecord[] = TREE) {
  const reader = openFirst(new TextEncoder().encode(sheet.replaceAll('|', ',')), '表.csv');
  const others = ledger.id === 'organisation' ? {} : { organisation: tree };
  const stored = ledger.id === 'organisation' ? tree : [];
  const { plan } = importSample('表.csv', ledger, { reader, others, stored });
  const context = officeOf({ organisation: tree });
  return plan.rows.map(({ row, action, complaints, values }) => {
    const listed = [...complaints, ...plan.cellsOf(row).flatMap((cell) => cell.complaints)]
      .filter(isTold)
      .map(({ code }) => code);
    const beside = validateValues(ledger, values, context).filter(isTold);
    expect(beside.filter(({ field }) => field === undefined)).toEqual([]);
    return [action, [...new Set(listed)].join(' ')];
  });
}

const isTold = ({ code }: { readonly code: string }): boolean => code !== 'field/wanted';

describe('bad input is listed by an import, and said beside its field in a form', () => {
  test('dates before 1949 or far ahead', () => {
    const rows = said(
      facility,
      `点位名称|所属社区|检查日期|质保到期|状态
南门|晨光社区|2026-01-09|2031-01-01|正常
北门|晨光社区|1905-07-01||正常
东门|晨光社区|2036-01-09||正常
西门|晨光社区|2026-01-09|2055-01-01|正常
侧门|晨光社区|2026-01-09|2099-12-31|正常`,
    );
    expect(rows).toEqual([
      ['create', ''],
      ['create', 'field/date-range'],
      ['create', 'field/far-ahead'],
      ['create', ''],
      ['create', 'field/far-ahead'],
    ]);
  });

  test('negative counts and shares over 100 %', () => {
    expect(
      said(
        survey,
        `批次|开始日期|拨打数|满意权重
甲|2026-05-10|-620|100%
乙|2026-05-10|620|120%`,
      ),
    ).toEqual([
      ['skip', 'field/min'],
      ['skip', 'field/max'],
    ]);
  });

  test('a community that no longer exists: an unknown one is refused, a withdrawn one said of rows after its day', () => {
    expect(
      said(
        demand,
        `接收时间|诉求内容|所属社区
2026-05-31 09:00|楼道灯不亮|西门社区
2026-06-02 09:00|楼道灯不亮|西门社区
2026-06-02 10:00|楼道灯不亮|南关社区`,
      ),
    ).toEqual([
      ['create', ''],
      ['create', 'field/withdrawn'],
      ['skip', 'reference/unknown'],
    ]);
  });

  test('a compound of another community', () => {
    expect(
      said(
        demand,
        `接收时间|诉求内容|所属社区|所在小区
2026-06-02 09:00|楼道灯不亮|晨光社区|翠园
2026-06-02 10:00|电梯停运|东湖社区|翠园`,
      ),
    ).toEqual([
      ['create', ''],
      ['create', 'place/elsewhere'],
    ]);
  });

  test('a demand closed before it came in is refused, and an extension applied for too late or nobody knows when is told', () => {
    expect(
      said(
        demand,
        `接收时间|诉求内容|所属社区|诉求类别|办结日期|办结时刻|延期申请日期|延至|延期批准人
2026-06-02 09:00|楼道灯不亮|晨光社区|求助|2026-06-02|2026-06-02 09:30|||
2026-06-02 09:00|电梯停运|晨光社区|求助|2026-06-01||||
2026-06-02 09:00|下水道堵塞|晨光社区|求助|2026-06-02|2026-06-02 08:30|||
2026-06-02 09:00|路面破损|晨光社区|求助|||2026-06-08|2026-06-15|赵主任
2026-06-02 09:00|车棚漏雨|晨光社区|求助||||2026-06-15|赵主任`,
      ),
    ).toEqual([
      ['create', ''],
      ['skip', 'demand/closed-before'],
      ['skip', 'field/not-before'],
      ['skip', 'demand/extension-late'],
      ['create', 'demand/extension-applied'],
    ]);
  });

  test('pay that does not add up: the parts of a month, twelve months of a year', () => {
    expect(
      said(
        worker,
        `姓名|所属社区|基本报酬|岗位等级报酬|绩效|月应发工资|年应发合计
周某甲|晨光社区|3000|1000|600|4600|55200
周某乙|晨光社区|3000|1000|600|4500|54000
周某丙|晨光社区|3000|1000|600|4700|56400
周某丁|晨光社区|3000|1000|600|4600|60000`,
      ),
    ).toEqual([
      ['create', ''],
      ['skip', 'worker/pay-parts'],
      ['create', 'worker/pay-rest'],
      ['create', 'worker/pay-months'],
    ]);
  });

  test('a circle of parents, in one sheet or with what is stored', () => {
    expect(
      said(
        organisation,
        `层级|名称|上级单位
网格|一网格|二网格
楼栋|二网格|一网格`,
      ).map(([action]) => action),
    ).toEqual(['skip', 'skip']);
    expect(
      said(
        organisation,
        `层级|名称|上级单位
街道|顺河街道|翠园`,
      ),
    ).toEqual([['skip', expect.stringMatching(/organisation\/(circle|parent-level)/)]]);
  });
});

test('no count, measure or sum that a clerk or a sheet brings may be negative', () => {
  const unbound = (fields: FieldSpecs): readonly string[] =>
    Object.values(fields).flatMap(({ kind, label, automatic, min, childFields }) => {
      if (automatic) return [];
      const counts = ['integer', 'decimal', 'money', 'percent'].includes(kind);
      return [...(counts && (min ?? -1) < 0 && label !== '轮次' ? [label] : []), ...unbound(childFields ?? {})];
    });
  expect(ledgers.flatMap(({ id, fields }) => unbound(fields).map((label) => `${id} ${label}`))).toEqual([]);
});
