import { describe, expect, test } from 'vitest';
import { barredCertificateValues } from '../../../../shared/access/catalogue/barred-certificates.ts';
import { forbiddenItemValues } from '../../../../shared/access/catalogue/forbidden-items.ts';
import { keywordPatterns } from '../../../../shared/access/catalogue/keyword-patterns.ts';
import { localExampleValues } from '../../../../shared/access/catalogue/local-examples.ts';
import { starterCatalogueValues } from '../../../../shared/access/catalogue/starter-catalogue.ts';
import { citations } from '../../../../shared/access/review/legal-basis.ts';
import type { FieldSpecs } from '../../../../shared/kit/fields.ts';
import type { Values } from '../../../../shared/kit/values.ts';
import { catalogueItem } from '../../../../shared/ledgers/catalogue-item.ts';
import { certificateItem } from '../../../../shared/ledgers/certificate-item.ts';

const all = starterCatalogueValues();
const national = all.filter((values) => values.code?.startsWith('QD-'));

/** Field ids a ledger does not know and choices it does not allow. */
function misfits(rows: readonly Values[], fields: FieldSpecs): readonly string[] {
  return rows.flatMap((row) =>
    Object.entries(row).flatMap(([fieldId, value]) => {
      const spec = fields[fieldId];
      if (spec === undefined) return [`unknown field ${fieldId}`];
      const allowed = spec.options?.map((option) => option.value);
      if (allowed === undefined) return [];
      const given = Array.isArray(value) ? value : [value];
      return given.filter((one) => !allowed.includes(String(one))).map((one) => `${fieldId}=${String(one)}`);
    }),
  );
}

describe('the starter catalogue', () => {
  test('holds 60 items by national law, 8 local examples and 14 forbidden items under codes that never collide', () => {
    expect([national.length, localExampleValues().length, forbiddenItemValues().length]).toEqual([60, 8, 14]);
    expect(all).toHaveLength(82);
    expect(new Set(all.map((values) => values.code)).size).toBe(82);
    expect(national.map((values) => values.code)).toEqual(
      Array.from({ length: 60 }, (_, index) => `QD-${String(index + 1).padStart(3, '0')}`),
    );
  });

  test('fits its ledger: every field known, every choice allowed', () => {
    expect(misfits(all, catalogueItem.fields)).toEqual([]);
    expect(misfits(barredCertificateValues(), certificateItem.fields)).toEqual([]);
  });

  test('item 1 reads as the statute has it', () => {
    expect(national[0]).toEqual({
      code: 'QD-001',
      listType: '依法协助',
      name: '消防安全宣传教育',
      category: '公共安全',
      leadDept: '消防救援/公安/应急',
      basis: '消防法 第六条',
      dutyStreet: '协助宣传',
      frequency: '每季度',
      enabled: true,
      inferred: ['事项名称', '主责部门', '频次'],
      version: '2026.1',
      sourceDoc: '国家法律、行政法规',
      status: '有效',
    });
  });

  test('every item by law cites articles the matching can read', () => {
    expect(national.filter((values) => citations(values.basis ?? '').length === 0)).toEqual([]);
    expect(citations(national[21]?.basis ?? '')).toEqual([
      { law: '动物防疫法', article: '8' },
      { law: '动物防疫法', article: '18' },
    ]);
  });

  test('items 18 and 26 carry their warnings', () => {
    expect(national[17]?.notes).toContain('须按现行文本核对');
    expect(national[25]?.notes).toContain('委托协议');
  });

  test('local examples are off and say whose law they rest on', () => {
    expect(localExampleValues().map((values) => values.enabled)).toEqual(Array.from({ length: 8 }, () => false));
    expect(localExampleValues()[0]?.basis).toBe('绍兴市居家养老服务条例 第五条');
  });

  test('forbidden items carry words to hit and the two texts they rest on', () => {
    for (const values of forbiddenItemValues()) {
      expect(values.listType).toBe('负面');
      expect(keywordPatterns(values.keywords ?? '').length).toBeGreaterThan(0);
      expect(values.basis).toContain('民发〔2015〕136号');
    }
  });

  test('20 certificates are barred by 民发〔2020〕20号', () => {
    const barred = barredCertificateValues();
    expect(barred).toHaveLength(20);
    expect(barred.map((values) => values.basis)).toEqual(Array.from({ length: 20 }, () => '民发〔2020〕20号'));
    expect(barred[9]).toMatchObject({ kind: '不应出具', name: '健在证明' });
  });
});
