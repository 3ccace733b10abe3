import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../../build/find-runtime.mjs';
import { GENERAL_PROFILE, profileOn, type ReviewProfile } from '../../shared/access/review/profile.ts';
import { rulesOf } from '../../shared/access/review/profile-rules.ts';
import { readBinding } from '../../shared/forms/form-binding.ts';
import { readFormLook } from '../../shared/forms/form-look.ts';
import { planFilling } from '../../shared/forms/plan-filling.ts';
import type { Ledger } from '../../shared/kit/ledger.ts';
import { periodOf } from '../../shared/kit/period.ts';
import { RULES_GROUP } from '../../shared/kit/rules-group.ts';
import { ledgerById } from '../../shared/ledgers/index.ts';
import { ledgerWorkbook } from '../../shared/workbook/export/ledger-export.ts';
import { fillForm } from '../../shared/workbook/fill/fill-form.ts';
import { writeWorkbook } from '../../shared/workbook/write/write-workbook.ts';
import { formContext, SEPTEMBER, slips } from '../shared/forms/form-office.ts';
import { codesOf, contextOf } from '../shared/ledgers/support.ts';
import { readBack, rowTexts } from '../shared/workbook/fill/package-support.ts';
import { openFirst, xlsxOf } from '../shared/workbook/sample-files.ts';
import { importSample, officeOf } from '../shared/workbook/sample-office.ts';

const guide = readFileSync(path.join(projectFolder, 'docs/CONTRIBUTING.md'), 'utf8');

const folder = mkdtempSync(path.join(os.tmpdir(), 'street-ledger-guide-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the guide's block of code of a name exports, taken word for word; it imports as a neighbour of the ledgers does. */
async function follow(name: string): Promise<unknown> {
  const code = new RegExp(`\`\`\`ts ${name}\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1];
  if (code === undefined) throw new Error(`the guide has no code called ${name}`);
  const file = path.join(folder, `${name}.ts`);
  writeFileSync(file, code.replaceAll("from '../", `from '${projectFolder}/shared/`));
  return import(file);
}

const has = <Key extends string>(module: unknown, key: Key): module is { readonly [key in Key]: unknown } =>
  typeof module === 'object' && module !== null && key in module;

/** Lines of the program that name a ledger, by file. */
function filesNaming(words: RegExp): readonly string[] {
  return ['shared', 'renderer', 'electron'].flatMap((top) =>
    readdirSync(path.join(projectFolder, top), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.posix.join(top, ...file.split(path.sep)))
      .filter((file) => words.test(readFileSync(path.join(projectFolder, file), 'utf8'))),
  );
}

describe('the guide’s ledger', () => {
  test('reads a messy sheet, says what is wrong with it, and its export comes back', async () => {
    const module = await follow('ledger');
    if (!has(module, 'lostItem')) throw new Error('no lostItem');
    const lostItem = module.lostItem as Ledger;
    const sheet =
      '失物招领登记\n日期,社区,物品名称,上交人,处理,归还日期\n2026.3.5,晨光社区,雨伞,张某,交派出所,\n2026-3-6,晨光社区,钥匙,李某,保管,2026-03-07\n';
    const { plan } = importSample('失物.csv', lostItem, {
      reader: openFirst(new TextEncoder().encode(sheet), '失物.csv'),
    });
    expect(plan.rows.map(({ status, values }) => [status, values.handling])).toEqual([
      ['new', '移交公安'],
      ['heldBack', '保管'],
    ]);
    expect(codesOf(lostItem, { returnedOn: '2026-03-07', handling: '保管' }, contextOf())).toEqual([
      'lost-item/not-returned',
    ]);

    const values = plan.rows[0]?.values ?? {};
    const model = ledgerWorkbook({
      ledger: lostItem,
      columns: ['foundOn', 'community', 'item', 'finder', 'handling'],
      rows: [{ values }],
      office: '示例街道',
      clerk: '李敏',
      on: '2026-11-23',
      masked: false,
      nameOf: officeOf().nameOf,
    });
    const back = importSample('导出.xlsx', lostItem, { reader: openFirst(writeWorkbook(model)) });
    expect(back.plan.rows[0]?.values).toEqual(values);
  });

  test('a ledger without rules of its own touches two files', () => {
    expect(
      filesNaming(/\bassessmentIndicator\b|assessment-indicator/).filter((file) => !file.includes('/example/')),
    ).toEqual(['shared/ledgers/assessment-indicator.ts', 'shared/ledgers/index.ts']);
  });
});

test('the guide’s binding fills a form: its month, a line a community, figures that open their records', () => {
  const json = /```json form\n([\s\S]*?)```/.exec(guide)?.[1];
  if (json === undefined) throw new Error('the guide has no form');
  const blank = xlsxOf([
    ['辖区工单情况（    月）'],
    ['单位', '派遣数', '未办结数'],
    ['晨光社区', null, null],
    ['东湖社区', null, null],
  ]);
  const [sheet] = readFormLook(blank);
  if (!sheet) throw new Error('no sheet');
  const context = formContext({ demand: slips('2026-09', SEPTEMBER) });
  const request = { context, ledgerById, period: periodOf('month', '2026-09-01'), office: '顺河街道' };
  const plan = planFilling(readBinding(json), [sheet], request);
  const filled = readBack(fillForm(blank, plan.fillings).bytes, sheet.name);
  expect([0, 2, 3].map((row) => rowTexts(filled, row).slice(0, 3).join(' ').trim())).toEqual([
    '辖区工单情况（9月）',
    '晨光社区 8 2',
    '东湖社区 4 0',
  ]);
  expect(plan.traced.find(({ row, column }) => row === 2 && column === 2)?.figure.ids).toHaveLength(2);
});

test('the guide’s profile switches steps as it says', async () => {
  const module = await follow('profile');
  if (!has(module, 'ASSESSED_PROFILE')) throw new Error('no ASSESSED_PROFILE');
  const profile = module.ASSESSED_PROFILE as ReviewProfile;
  const rules = rulesOf(profile);
  const context = {
    ...contextOf(),
    parameter: (group: string, key: string) => (group === RULES_GROUP ? rules[key] : undefined),
  };
  const { name: _, explained: _explained, ...steps } = profile;
  expect(profileOn('2026-11-23', context)).toMatchObject(steps);
  expect(profileOn('2026-11-23', contextOf())).toEqual(GENERAL_PROFILE);
});
