import { describe, expect, test } from 'vitest';
import {
  applicationReviewFields,
  catalogueEntry,
  reviewApplication,
} from '../../../shared/access/application-review.ts';
import { barredCertificateValues } from '../../../shared/access/barred-certificates.ts';
import { starterCatalogueValues } from '../../../shared/access/starter-catalogue.ts';
import { buildCalendar } from '../../../shared/deadlines/working-calendar.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';

const recordsOf = (prefix: string, rows: readonly Values[]): readonly LedgerRecord[] =>
  rows.map((values, index) => ({ id: `${prefix}${index + 1}`, rev: 'a/1/0', values }));

const catalogue = recordsOf('item-', starterCatalogueValues());
const certificates = recordsOf('certificate-', barredCertificateValues());

const NAMES: { readonly [id: string]: string } = { housing: '区住建局', police: '区公安分局' };

/** An office on 2026-11-23 with the starter lists and the given applications. */
function contextWith(applications: readonly LedgerRecord[], items: readonly LedgerRecord[] = catalogue): LedgerContext {
  const lists: { readonly [ledger: string]: readonly LedgerRecord[] } = {
    catalogueItem: items,
    certificateItem: certificates,
    application: applications,
  };
  const records = (ledger: string) => lists[ledger] ?? [];
  return {
    today: '2026-11-23',
    operator: '王敏',
    calendar: buildCalendar([{ day: '2027-01-01', kind: '休', name: '元旦' }]),
    parameter: () => undefined,
    parameterKeys: () => [],
    record: (ledger, id) => records(ledger).find((record) => record.id === id),
    records,
    nameOf: (_ledger, id) => NAMES[id] ?? id,
  };
}

type Sent = readonly [
  itemName: string,
  legalBasis: string,
  dutyComm: string,
  admitType: string,
  yuan: number | undefined,
  fundSource: string,
  startDate: string,
  endDate: string,
];

/** As the import stores a row of the sheet: 经费 in fen, 无 as zero, 待定 left empty, months as first and last day. */
const applied = (applicant: string, rows: readonly Sent[]): readonly LedgerRecord[] =>
  recordsOf(
    `${applicant}-`,
    rows.map(([itemName, legalBasis, dutyComm, admitType, yuan, fundSource, startDate, endDate]) => ({
      itemName,
      legalBasis,
      dutyComm,
      applicant,
      inDate: '2026-11-20',
      ...(admitType === '' ? {} : { admitType }),
      ...(yuan === undefined ? {} : { fundAmount: yuan * 100 }),
      ...(fundSource === '' ? {} : { fundSource }),
      startDate,
      endDate,
      state: 'received',
    })),
  );

// biome-ignore format: the rows as the sheet of 区住建局 has them
const housing = applied('housing', [
  ['小区业主大会设立、业委会选举指导协助', '民法典第二百七十七条', '指导协助', '', 0, '财政拨款', '2026-12-01', '2027-01-31'],
  ['居民二次供水设施巡查', '', '每月巡查填表', '', 0, '不需经费', '2026-12-01', '2027-03-31'],
  ['消防安全宣传教育', '消防法第六条', '协助宣传', '', 20_000, '费随事转', '2027-01-01', '2027-02-28'],
  ['疑似群租房排查登记', '', '入户登记', '', 30_000, '财政拨款', '2026-12-01', '2027-03-31'],
  ['完成招商引资线索上报', '', '每季度报送线索2条', '', 5_000, '', '2026-12-01', '2027-03-31'],
  ['住宅电梯使用情况统计调查', '表号、批准文号未注明', '填报统计表', '统计调查', 30_000, '费随事转', '2026-12-01', '2027-01-31'],
  ['反电信网络诈骗宣传', '反电信网络诈骗法第八条', '宣传教育', '', 12_000, '', '2026-12-01', '2027-01-31'],
  ['报刊订阅任务', '', '完成订阅份数', '', 0, '', '2026-12-01', '2027-01-31'],
  ['社会救助协助', '社会救助暂行办法第四条', '协助', '', 12_000, '不需经费', '2027-01-01', '2028-01-31'],
  ['文明城市创建迎检台账', '', '建立纸质台账', '考核检查', 5_000, '', '2027-01-01', '2027-04-30'],
]);

// biome-ignore format: the rows as the sheet of 区公安分局 has them
const police = applied('police', [
  ['小区业主大会设立、业委会选举指导协助', '民法典第二百七十七条', '指导协助', '', undefined, '不需经费', '2026-12-01', '2027-01-31'],
  ['居民二次供水设施巡查', '', '每月巡查填表', '', 30_000, '', '2027-01-01', '2027-04-30'],
  ['消防安全宣传教育', '消防法第六条', '协助宣传', '', undefined, '费随事转', '2027-01-01', '2027-02-28'],
  ['疑似群租房排查登记', '', '入户登记', '', 12_000, '不需经费', '2027-01-01', '2027-02-28'],
  ['完成招商引资线索上报', '', '每季度报送线索2条', '', 0, '财政拨款', '2026-12-01', '2027-03-31'],
  ['住宅电梯使用情况统计调查', '表号、批准文号未注明', '填报统计表', '统计调查', 20_000, '财政拨款', '2027-01-01', '2027-02-28'],
  ['反电信网络诈骗宣传', '反电信网络诈骗法第八条', '宣传教育', '', 12_000, '费随事转', '2027-01-01', '2027-02-28'],
  ['报刊订阅任务', '', '完成订阅份数', '', 5_000, '', '2026-12-01', '2027-03-31'],
  ['社会救助协助', '社会救助暂行办法第四条', '协助', '', 0, '', '2027-01-01', '2027-02-28'],
  ['文明城市创建迎检台账', '', '建立纸质台账', '考核检查', 20_000, '不需经费', '2027-01-01', '2027-02-28'],
]);

const reviewed = (applications: readonly LedgerRecord[], context: LedgerContext) =>
  applications.map((record) => {
    const { match, findings } = reviewApplication(record, context);
    const item = match.result === '清单外' ? '' : (match.best?.item.code ?? '');
    return [match.result, item, findings.map((finding) => finding.code).join(' ')];
  });

describe('the sheets two departments sent', () => {
  // From 2026-11-20 to 2027-01-01 are 29 working days (New Year rests), to 2026-12-01 seven: both short of 30.
  test('区住建局: which match, which are off, which are forbidden, and what was found', () => {
    expect(reviewed(housing, contextWith(housing))).toEqual([
      ['清单内', 'QD-047', 'funds/none-unexplained lead-time/short'],
      ['清单外', '', 'basis/missing funds/none-unexplained statistics/marks-missing lead-time/short'],
      ['清单内', 'QD-001', 'lead-time/short'],
      ['清单外', '', 'basis/missing lead-time/short'],
      ['负面', 'FM-01', 'forbidden/hit basis/missing funds/no-source lead-time/short'],
      ['清单外', '', 'basis/no-article statistics/marks-missing lead-time/short'],
      ['清单内', 'QD-015', 'funds/no-source lead-time/short'],
      ['负面', 'FM-05', 'forbidden/hit basis/missing funds/none-unexplained lead-time/short'],
      ['清单内', 'QD-024', 'funds/no-source lead-time/short'],
      ['清单外', '', 'basis/missing funds/no-source statistics/marks-missing lead-time/short'],
    ]);
  });

  test('区公安分局 sent the same ten afterwards: each is also a duplicate of the other department', () => {
    const both = [...housing, ...police];
    const rows = reviewed(police, contextWith(both));
    expect(rows).toEqual([
      ['清单内', 'QD-047', 'funds/none-unexplained lead-time/short duplicate/other-department'],
      [
        '清单外',
        '',
        'basis/missing funds/no-source statistics/marks-missing lead-time/short duplicate/other-department',
      ],
      ['清单内', 'QD-001', 'funds/missing lead-time/short duplicate/other-department'],
      ['清单外', '', 'basis/missing funds/no-source lead-time/short duplicate/other-department'],
      [
        '负面',
        'FM-01',
        'forbidden/hit basis/missing funds/none-unexplained lead-time/short duplicate/other-department',
      ],
      ['清单外', '', 'basis/no-article statistics/marks-missing lead-time/short duplicate/other-department'],
      ['清单内', 'QD-015', 'lead-time/short duplicate/other-department'],
      ['负面', 'FM-05', 'forbidden/hit basis/missing funds/no-source lead-time/short duplicate/other-department'],
      ['清单内', 'QD-024', 'funds/none-unexplained lead-time/short duplicate/other-department'],
      [
        '清单外',
        '',
        'basis/missing funds/no-source statistics/marks-missing lead-time/short duplicate/other-department',
      ],
    ]);
  });
});

describe('what takes part', () => {
  const item = (values: Values): LedgerRecord => ({ id: 'x', rev: 'a/1/0', values: { name: '甲', ...values } });

  test('items switched off, repealed or out of force do not', () => {
    expect(catalogueEntry(item({ listType: '依法协助' }), '2026-11-23')).toEqual({
      id: 'x',
      listType: '依法协助',
      name: '甲',
    });
    expect(catalogueEntry(item({ enabled: false }), '2026-11-23')).toBeUndefined();
    expect(catalogueEntry(item({ status: '废止' }), '2026-11-23')).toBeUndefined();
    expect(catalogueEntry(item({ effectiveTo: '2026-11-22' }), '2026-11-23')).toBeUndefined();
    expect(catalogueEntry(item({ effectiveTo: '2026-11-23' }), '2026-11-23')?.name).toBe('甲');
    expect(catalogueEntry(item({ effectiveFrom: '2026-11-24' }), '2026-11-23')).toBeUndefined();
  });

  test('a local example matches only once it is switched on', () => {
    const [asked] = recordsOf('a', [{ itemName: '生活垃圾分类动员宣传', dutyComm: '入户宣传' }]);
    if (asked === undefined) throw new Error('no record');
    expect(reviewApplication(asked, contextWith([asked])).match.result).not.toBe('清单内');
    const on = catalogue.map((record) =>
      record.values.code === 'DF-02' ? { ...record, values: { ...record.values, enabled: true } } : record,
    );
    expect(reviewApplication(asked, contextWith([asked], on)).match.best?.item.code).toBe('DF-02');
  });

  test('a catalogue changed in place is noticed', () => {
    const [asked] = recordsOf('a', [{ itemName: '楼道杂物清运' }]);
    if (asked === undefined) throw new Error('no record');
    const items = [...catalogue];
    const context = contextWith([asked], items);
    expect(reviewApplication(asked, context).match.result).toBe('清单外');
    items.push({ id: 'new', rev: 'a/2/0', values: { listType: '依法协助', name: '楼道杂物清运' } });
    expect(reviewApplication(asked, context).match.result).toBe('清单内');
  });
});

describe('computed columns', () => {
  test('say the verdict, the item, the reasons and the findings', () => {
    const [, , fire] = housing;
    if (fire === undefined) throw new Error('no record');
    const values = applicationReviewFields.compute(fire, contextWith(housing));
    expect(values).toMatchObject({
      matchResult: '清单内',
      matchedItem: 'QD-001 消防安全宣传教育',
      findingCount: 1,
    });
    expect(values.matchWhy).toContain('依据一致：消防法 第六条');
    expect(values.findingText).toContain('不足 30 个');
    expect(Object.keys(values).every((fieldId) => fieldId in applicationReviewFields.fields)).toBe(true);
  });

  test('a thousand applications take well under a second', () => {
    const many = recordsOf(
      'm',
      Array.from({ length: 1000 }, (_, index) => ({
        ...housing[index % 10]?.values,
        itemName: `${String(housing[index % 10]?.values.itemName)}${index}`,
      })),
    );
    const context = contextWith(many);
    const before = performance.now();
    for (const record of many) applicationReviewFields.compute(record, context);
    const took = performance.now() - before;
    console.log(`1000 reviews in ${Math.round(took)} ms`);
    expect(took).toBeLessThan(3000);
  });
});
