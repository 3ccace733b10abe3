import { addDays } from '../../kit/day.ts';
import type { Day, Values } from '../../kit/values.ts';
import type { Chance } from '../chance.ts';
import type { ExampleDesk } from '../example-desk.ts';
import type { ExampleRecipe } from '../example-recipe.ts';
import { laterDay, pickCompound, pickDepartment } from './picks.ts';

const MATTERS = [
  '电动车棚建设',
  '楼道杂物清理',
  '下水管网改造',
  '停车泊位施划',
  '适老化改造验收',
  '便民服务站开放时间',
];

function values(on: Day, desk: ExampleDesk, chance: Chance): Values {
  const doneOn = laterDay(on, 10, 60, desk, chance);
  return {
    source: chance.weighted([
      ['会议议定', 5],
      ['领导批示', 4],
      ['上级督查', 2],
    ]),
    matter: `${pickCompound(desk, chance).values.name}${chance.pick(MATTERS)}`,
    openedOn: on,
    meeting: `${on} 党政联席会`,
    leader: '示例分管领导',
    leadUnit: pickDepartment(desk, chance, '街道内设'),
    dueOn: addDays(on, 45),
    progress: [{ id: desk.newId(), on, done: '已明确牵头单位和完成时限' }],
    ...(doneOn && chance.isTrue(0.9) ? { doneOn, verdict: '已完成，现场核实属实' } : {}),
  };
}

/** 督查督办: what meetings and leaders set, with a day. */
export const supervisionRecipe: ExampleRecipe = { ledger: 'supervision', count: 110, values, pace: 20 };
