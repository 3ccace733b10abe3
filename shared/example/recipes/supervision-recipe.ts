import { addDays } from '../../kit/day.ts';
import type { Day, LedgerRecord, Values } from '../../kit/values.ts';
import type { Chance } from '../chance.ts';
import type { ExampleDesk } from '../example-desk.ts';
import type { ExampleRecipe } from '../example-recipe.ts';
import { pickCompound, pickDepartment } from './picks.ts';

const MATTERS = [
  '电动车棚建设',
  '楼道杂物清理',
  '下水管网改造',
  '停车泊位施划',
  '适老化改造验收',
  '便民服务站开放时间',
];

const values = (on: Day, desk: ExampleDesk, chance: Chance): Values => ({
  source: chance.weighted([
    ['会议议定', 5],
    ['领导批示', 4],
    ['上级督查', 2],
  ]),
  matter: `${pickCompound(desk, chance).values.name}${chance.pick(MATTERS)}`,
  openedOn: on,
  leader: '示例分管领导',
  leadUnit: pickDepartment(desk, chance, '街道内设'),
  dueOn: addDays(on, 45),
});

function entered(act: string, _record: LedgerRecord, on: Day): Values {
  const forms: { readonly [act: string]: () => Values } = {
    report: () => ({ done: '已明确牵头单位和完成时限，正在施工' }),
    extend: () => ({ extensionTo: addDays(on, 60) }),
    finish: () => ({ verdict: '已完成，现场核实属实' }),
  };
  return forms[act]?.() ?? {};
}

/** 督查督办: what meetings and leaders set, with a day. */
export const supervisionRecipe: ExampleRecipe = {
  ledger: 'supervision',
  count: 110,
  values,
  entered,
  pace: 16,
  weights: { report: 0.4, extend: 0.02, finish: 0.35, strike: 0.5, redo: 0 },
};
