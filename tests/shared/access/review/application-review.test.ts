import { describe, expect, test } from 'vitest';
import { barredCertificateValues } from '../../../../shared/access/catalogue/barred-certificates.ts';
import { catalogueEntry } from '../../../../shared/access/catalogue/catalogue-entry.ts';
import { starterCatalogueValues } from '../../../../shared/access/catalogue/starter-catalogue.ts';
import { applicationReviewFields, reviewApplication } from '../../../../shared/access/review/application-review.ts';
import { buildCalendar } from '../../../../shared/deadlines/working-calendar.ts';
import { referenceResolver } from '../../../../shared/kit/convert/reference-resolver.ts';
import type { LedgerContext } from '../../../../shared/kit/ledger-context.ts';
import type { LedgerRecord, Values } from '../../../../shared/kit/values.ts';
import { application } from '../../../../shared/ledgers/application.ts';
import { ledgerById } from '../../../../shared/ledgers/index.ts';
import { proposeConstants, proposedValues } from '../../../../shared/workbook/import/constant-proposals.ts';
import { proposeFillDown } from '../../../../shared/workbook/import/fill-down.ts';
import { findHeader, layOut } from '../../../../shared/workbook/import/header.ts';
import { NO_CHOICES } from '../../../../shared/workbook/import/import-choices.ts';
import { proposeMapping } from '../../../../shared/workbook/import/mapping.ts';
import { planImport } from '../../../../shared/workbook/import/plan-import.ts';
import { HOUSING, openFixture, POLICE } from '../../workbook/sample-files.ts';

const recordsOf = (prefix: string, rows: readonly Values[]): readonly LedgerRecord[] =>
  rows.map((values, index) => ({ id: `${prefix}${index + 1}`, rev: 'a/1/0', values }));

const catalogue = recordsOf('item-', starterCatalogueValues());
const certificates = recordsOf('certificate-', barredCertificateValues());
const departments = recordsOf('department-', [
  { name: '区住房和城乡建设局', shortName: '区住建局' },
  { name: '区公安分局', shortName: '区公安分局' },
]);
const communities = recordsOf('community-', [
  { level: '社区', name: '晨光社区', shortName: '晨光' },
  { level: '社区', name: '东湖社区', shortName: '东湖' },
]);

/** An office on 2026-11-23 with the starter lists and the given applications. */
function contextWith(applications: readonly LedgerRecord[], items: readonly LedgerRecord[] = catalogue): LedgerContext {
  const lists: { readonly [ledger: string]: readonly LedgerRecord[] } = {
    catalogueItem: items,
    certificateItem: certificates,
    application: applications,
    department: departments,
    organisation: communities,
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
    nameOf: (ledger, id) => String(records(ledger).find((record) => record.id === id)?.values.name ?? id),
  };
}

/**
 * The applications a department's sheet holds, imported as a clerk would who accepts every proposal and takes rows with
 * a faulty cell left empty.
 */
function imported(file: string, day: string): readonly LedgerRecord[] {
  const reader = openFixture(file);
  const layout = layOut(reader, findHeader(reader, application));
  const context = contextWith([]);
  const resolve = referenceResolver(ledgerById, context.records);
  const proposed = proposeMapping(layout, application);
  const lookup = { resolve, options: () => [] };
  const asked = { reader, layout, mapping: proposed, ledger: application, fileName: file, today: day, lookup };
  const plan = planImport({
    reader,
    layout,
    mapping: {
      ...proposed,
      constants: proposedValues(proposeConstants(asked)),
      fillDown: proposeFillDown(reader, layout, proposed, application).map(({ column }) => column),
    },
    ledger: application,
    ledgerById,
    context,
    lookup: { resolve, options: (field) => field.options ?? [] },
    choices: { ...NO_CHOICES, leaveEmpty: 'all' },
  });
  return recordsOf(
    `${file}-`,
    plan.rows.map((row) => ({ ...row.values, inDate: day })),
  );
}

const housing = imported(HOUSING, '2026-11-20');
const police = imported(POLICE, '2026-11-20');

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
      ['清单内', 'QD-047', 'funds/missing lead-time/short duplicate/other-department'],
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

  test('a case is compared with the items in force on the day it came in, not with those of today', () => {
    const lists = recordsOf('v', [
      { listType: '依法协助', name: '河道保洁巡查', version: '2025', effectiveTo: '2025-12-31' },
      { listType: '依法协助', name: '老旧电梯安全巡查', version: '2026', effectiveFrom: '2026-01-01' },
    ]);
    const cases = recordsOf('a', [
      { itemName: '河道保洁巡查', inDate: '2025-12-31' },
      { itemName: '河道保洁巡查', inDate: '2026-01-01' },
      { itemName: '老旧电梯安全巡查', inDate: '2025-12-31' },
      { itemName: '老旧电梯安全巡查', inDate: '2026-01-01' },
      { itemName: '老旧电梯安全巡查' },
    ]);
    const context = contextWith(cases, lists);
    const results = cases.map((record) => reviewApplication(record, context).match.result);
    expect(results).toEqual(['清单内', '清单外', '清单外', '清单内', '清单内']);
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

  test('a thousand applications, every hundred alike, are reviewed in about half a second (444 ms measured on an idle PC)', () => {
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
    // Wide enough for a busy machine, narrow enough to notice a comparison of each with each.
    expect(took).toBeLessThan(10_000);
  });
});
