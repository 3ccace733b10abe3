import { addDays } from '../../kit/day.ts';
import type { Day, Values } from '../../kit/values.ts';
import type { Chance } from '../chance.ts';
import type { ExampleDesk } from '../example-desk.ts';
import type { ExampleRecipe } from '../example-recipe.ts';
import { inventedAdult } from '../invented-people.ts';
import { laterDay, pickPlace } from './picks.ts';

const CAUSES: { readonly [kind: string]: string } = {
  邻里: '楼上漏水浸泡天花板，要求修复赔偿',
  物业: '业主以服务不到位为由拒交物业费',
  婚姻家庭: '赡养老人费用分担有争议',
  劳资: '工资结算有争议',
  损害赔偿: '高空坠物损坏车辆',
  消费: '预付卡商家停业退费',
  合同: '装修工期延误要求退款',
  交通事故: '小区内车辆剐蹭赔偿',
  环境: '楼下商铺噪音影响休息',
};

function settled(on: Day, desk: ExampleDesk, chance: Chance): Values {
  const settledOn = laterDay(on, 2, 34, desk, chance);
  if (settledOn === undefined) return { outcome: chance.pick(['调解中', '待分派']) };
  const outcome = chance.weighted([
    ['化解成功', 84],
    ['部分化解', 6],
    ['未化解', 4],
    ['导出其他途径', 6],
  ]);
  const visitedOn = laterDay(settledOn, 7, 20, desk, chance);
  return {
    outcome,
    settledOn,
    ...(outcome === '导出其他途径' ? { route: chance.pick(['诉讼', '仲裁', '公安']) } : {}),
    ...(outcome === '化解成功' ? { performance: '已履行', agreementNo: `XY${settledOn.replaceAll('-', '')}` } : {}),
    ...(visitedOn === undefined ? {} : { visitedOn, visitResult: '双方认可，没有反复' }),
  };
}

function values(on: Day, desk: ExampleDesk, chance: Chance): Values {
  const kind = chance.pick(Object.keys(CAUSES));
  const { community, compound } = pickPlace(desk, chance);
  return {
    foundOn: on,
    foundBy: chance.weighted([
      ['日常', 60],
      ['群众申请', 25],
      ['集中', 10],
      ['上级交办', 5],
    ]),
    community,
    grid: `${compound}第${chance.between(1, 3)}网格`,
    kind,
    partyA: inventedAdult(chance).name,
    partyB: inventedAdult(chance).name,
    persons: chance.weighted([
      [2, 80],
      [5, 15],
      [60, 5],
    ]),
    amount: chance.between(0, 40) * 50_000,
    cause: CAUSES[kind] ?? kind,
    major: chance.isTrue(0.03),
    risk: chance.weighted([
      ['黄', 85],
      ['橙', 12],
      ['红', 3],
    ]),
    level: chance.weighted([
      ['网格', 30],
      ['社区', 60],
      ['街道', 10],
    ]),
    owner: inventedAdult(chance).name,
    acceptedOn: on,
    dueOn: addDays(on, 30),
    ...settled(on, desk, chance),
  };
}

/** 矛盾纠纷: one on most days; nine of ten end in the community. */
export const disputeRecipe: ExampleRecipe = { ledger: 'dispute', count: 620, values, pace: 10 };
