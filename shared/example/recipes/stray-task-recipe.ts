import type { Day, Values } from '../../kit/values.ts';
import type { Chance } from '../chance.ts';
import type { ExampleDesk } from '../example-desk.ts';
import { EXAMPLE_CLERK } from '../example-names.ts';
import type { ExampleRecipe } from '../example-recipe.ts';
import { inventedAdult } from '../invented-people.ts';
import { communityIds, laterDay, pickDepartment } from './picks.ts';

const TASKS = [
  '填报门店信息表',
  '转发公众号并截图',
  '统计辖区养犬户数',
  '安排人员参加培训',
  '收集居民参保截图',
  '上报活动照片',
];

function values(on: Day, desk: ExampleDesk, chance: Chance): Values {
  const answeredOn = laterDay(on, 0, 6, desk, chance);
  const action =
    answeredOn === undefined
      ? '待处理'
      : chance.weighted([
          ['告知拒绝', 5],
          ['报区', 2],
          ['已办', 3],
        ]);
  return {
    date: on,
    channel: chance.weighted([
      ['微信群', 7],
      ['电话', 3],
      ['会议', 1],
    ]),
    sender: pickDepartment(desk, chance),
    senderPerson: inventedAdult(chance).name,
    itemName: chance.pick(TASKS),
    content: '请各社区今天下班前报。',
    dutyComm: '统计后在群里回复',
    needReport: chance.isTrue(0.7),
    targets: communityIds(desk),
    action,
    clerk: EXAMPLE_CLERK,
    ...(answeredOn === undefined ? {} : { answeredOn }),
    ...(action === '告知拒绝'
      ? {
          refusalReason: '未经准入，且不在清单内',
          letterNo: `滨河街办函〔${on.slice(0, 4)}〕${chance.between(1, 90)}号`,
        }
      : {}),
  };
}

/** 清单外下派: what comes through chat groups and telephones. */
export const strayTaskRecipe: ExampleRecipe = { ledger: 'strayTask', count: 120, values };
