import { describe, expect, test } from 'vitest';
import {
  EMPTY_FIRST_OFFICE,
  type FirstOfficeForm,
  firstOfficeDrafts,
  isReady,
  proposedShortName,
  readFirstOffice,
} from '../../../../shared/access/catalogue/first-office.ts';
import { profileOn, XICHENG_PROFILE } from '../../../../shared/access/review/profile.ts';
import { contextMaker } from '../../../../shared/history/context.ts';
import { planDrafts } from '../../../../shared/history/draft.ts';
import { OfficeState } from '../../../../shared/history/office-state.ts';
import type { LedgerContext } from '../../../../shared/kit/ledger-context.ts';
import { ledgers } from '../../../../shared/ledgers/index.ts';

const TODAY = '2026-11-23';

const typed: FirstOfficeForm = {
  ...EMPTY_FIRST_OFFICE,
  district: '示例区',
  street: '示例区滨河街道办事处',
  streetShort: '滨河街道',
  communities: '晨光社区，社区，1260\n东湖社区',
  departments: '区住房和城乡建设局，区住建局',
  operator: '王晓',
};

const counter = () => {
  let last = 0;
  return () => {
    last += 1;
    return `id-${last}`;
  };
};

/** Writes the form's drafts as the store does and says what stands there then. */
function openOffice(form: FirstOfficeForm) {
  const state = new OfficeState(ledgers);
  const contextOn = contextMaker(state);
  const { office } = readFirstOffice(form);
  const newId = counter();
  const setting = { state, context: contextOn(TODAY, '王晓'), reason: 'setup' as const, newId, series: '' };
  const planned = planDrafts(setting, firstOfficeDrafts(office, newId));
  if ('complaints' in planned) throw new Error(planned.complaints.map(({ message }) => message).join('\n'));
  for (const change of planned.changes) state.apply(change, 'a/1/0');
  for (const { id } of ledgers) state.table(id).changes += 1;
  const context: LedgerContext = contextOn(TODAY, '王晓');
  return { context, warnings: planned.warnings };
}

describe('a new office', () => {
  test('stands complete after one batch; only what nobody could type yet is listed as 待补', () => {
    const { context, warnings } = openOffice(typed);
    const count = (ledger: string) => context.records(ledger).length;
    expect(new Set(warnings.map(({ code, field }) => `${code} ${field}`))).toEqual(
      new Set(['field/wanted statOn', 'field/wanted source', 'field/wanted parent']),
    );
    expect([count('organisation'), count('department'), count('catalogueItem'), count('certificateItem')]).toEqual([
      4, 1, 82, 20,
    ]);
    expect([...context.calendar.years]).toEqual([2024, 2025, 2026]);
    expect(context.parameter('时限', 'D6', TODAY)).toBe('15');
  });

  test('is a tree: communities under the street, the street under the district', () => {
    const { context } = openOffice(typed);
    const units = context.records('organisation');
    const nameOfParent = (name: string) => {
      const parent = units.find(({ values }) => values.name === name)?.values.parent;
      return typeof parent === 'string' ? context.record('organisation', parent)?.values.name : undefined;
    };
    expect(['示例区', '示例区滨河街道办事处', '东湖社区'].map(nameOfParent)).toEqual([
      undefined,
      '示例区',
      '示例区滨河街道办事处',
    ]);
  });

  test('follows the chosen profile, and its list of rules says so', () => {
    const { context } = openOffice({ ...typed, profile: XICHENG_PROFILE.name });
    expect(profileOn(TODAY, context)).toEqual(XICHENG_PROFILE);
    expect(context.parameter('规则', '街道初审', TODAY)).toBe('否');
  });

  test('proposes the first part of its document numbers from its short name', () => {
    const code = (form: FirstOfficeForm) => openOffice(form).context.parameter('规则', '发文代字', TODAY);
    expect(code(typed)).toBe('滨河街办');
    expect(code({ ...typed, streetShort: '' })).toBe('滨河街办');
    expect(code({ ...typed, street: '东山镇人民政府', streetShort: '东山镇' })).toBe('东山镇');
    const rows = openOffice(typed).context.records('parameter');
    expect(rows.find(({ values }) => values.key === '发文代字')?.values).toMatchObject({ inferred: true });
  });

  test('keeps the names of its bodies; a name left as proposed stays an adjustable default', () => {
    const { context } = openOffice({ ...typed, carryingBody: '示例区民政局' });
    const rule = (key: string) => context.records('parameter').find(({ values }) => values.key === key)?.values;
    expect(rule('区级机构名称')).toMatchObject({ value: '示例区民政局', inferred: false });
    expect(rule('审定机构名称')).toMatchObject({ inferred: true });
  });
});

describe('what is typed', () => {
  test('an empty form names every field that is needed', () => {
    const { complaints } = readFirstOffice(EMPTY_FIRST_OFFICE);
    expect(complaints.map(({ field }) => field)).toEqual(['district', 'street', 'communities', 'operator']);
    expect(isReady(complaints)).toBe(false);
  });

  test('a whole form has nothing against it, with or without departments', () => {
    expect(readFirstOffice(typed).complaints).toEqual([]);
    expect(readFirstOffice({ ...typed, departments: '' }).complaints).toEqual([]);
  });

  test.each([
    ['示例区滨河街道办事处', '示例区', '滨河街道'],
    ['滨河街道办事处', '', '滨河街道'],
    ['东山镇人民政府', '示例区', '东山镇'],
    ['滨河', '示例区', ''],
  ])('%s in %s is called %s', (street, district, short) => {
    expect(proposedShortName(street, district)).toBe(short);
  });
});
