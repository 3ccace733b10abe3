import { addDays } from '../../kit/day.ts';
import { textIn } from '../../kit/steps.ts';
import type { Day, Values } from '../../kit/values.ts';
import type { Chance } from '../chance.ts';
import type { ExampleDesk } from '../example-desk.ts';
import type { ExampleRecipe } from '../example-recipe.ts';
import { inventedAdult } from '../invented-people.ts';
import { laterDay, pickDepartment } from './picks.ts';

function values(on: Day, desk: ExampleDesk, chance: Chance): Values {
  const earlier = desk
    .records('petition')
    .filter(({ values }) => textIn(values, 'receivedOn') <= on && values.kind === '申诉求决');
  const petition = earlier.length > 0 ? chance.pick(earlier) : undefined;
  const closedOn = laterDay(on, 30, 120, desk, chance);
  const visitedOn = closedOn && laterDay(closedOn, 5, 20, desk, chance);
  return {
    listedOn: on,
    cause: petition ? textIn(petition.values, 'matter') : '老旧小区产权遗留问题',
    ...(petition ? { petition: petition.id, community: petition.values.community } : {}),
    whyOld: chance.pick(['历史遗留', '政策原因', '诉求过高']),
    merit: chance.pick(['合理', '部分合理', '不合理']),
    crux: '涉及多个部门，政策前后不一',
    leader: inventedAdult(chance).name,
    leaderPost: chance.pick(['党工委书记', '办事处主任', '党工委副书记', '办事处副主任']),
    leadLevel: chance.weighted([
      ['街道级', 8],
      ['区级', 2],
    ]),
    unit: pickDepartment(desk, chance, '街道内设'),
    plan: '成立专班，每月接访一次，逐项落实',
    limitOn: addDays(on, 90),
    progress: [
      {
        id: desk.newId(),
        on: on,
        measure: '包案领导接访，听取诉求',
        result: '诉求人愿意继续协商',
        next: '召开协调会',
      },
    ],
    ...(closedOn && chance.isTrue(0.88)
      ? {
          closedOn,
          how: chance.pick(['解决诉求', '政策解释', '帮扶救助', '导入法定途径']),
          calm: chance.isTrue(0.85),
          ...(visitedOn ? { visitedOn, visitResult: chance.pick(['满意', '基本满意']) } : {}),
        }
      : {}),
  };
}

/** 领导包案: few rows, looked at every week. */
export const leadCaseRecipe: ExampleRecipe = { ledger: 'leadCase', count: 36, values, pace: 25 };
