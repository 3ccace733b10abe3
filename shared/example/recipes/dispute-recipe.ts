import type { Day, LedgerRecord, Values } from '../../kit/values.ts';
import type { Chance } from '../chance.ts';
import type { ExampleDesk } from '../example-desk.ts';
import type { ExampleRecipe } from '../example-recipe.ts';
import { inventedAdult } from '../invented-people.ts';
import { pickPlace } from './picks.ts';

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

function entered(act: string, _record: LedgerRecord, on: Day, _desk: ExampleDesk, chance: Chance): Values {
  const owner = inventedAdult(chance).name;
  const forms: { readonly [act: string]: () => Values } = {
    assign: () => ({ owner, level: chance.pick(['网格', '社区', '社区']) }),
    raise: () => ({ owner, level: '街道', reason: '涉及多个社区，需街道协调' }),
    settle: () => ({
      outcome: chance.weighted([
        ['化解成功', 88],
        ['部分化解', 7],
        ['未化解', 5],
      ]),
    }),
    perform: () => ({ performance: '已履行', agreementNo: `XY${on.replaceAll('-', '')}${chance.between(1, 9)}` }),
    visit: () => ({ visitResult: '双方认可，没有反复' }),
    resume: () => ({ reason: '一方对协议反悔' }),
    export: () => ({ route: chance.pick(['诉讼', '仲裁', '公安']), reason: '双方分歧较大' }),
  };
  return forms[act]?.() ?? {};
}

function values(on: Day, desk: ExampleDesk, chance: Chance): Values {
  const kind = chance.pick(Object.keys(CAUSES));
  const { where, compound } = pickPlace(desk, chance);
  return {
    foundOn: on,
    foundBy: chance.weighted([
      ['日常', 60],
      ['群众申请', 25],
      ['集中', 10],
      ['上级交办', 5],
    ]),
    ...where,
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
  };
}

/** 矛盾纠纷: one on most days; nine of ten end in the community. */
export const disputeRecipe: ExampleRecipe = {
  ledger: 'dispute',
  count: 620,
  values,
  entered,
  pace: 8,
  weights: {
    assign: 0.9,
    settle: 0.45,
    raise: 0.03,
    export: 0.03,
    perform: 0.5,
    visit: 0.4,
    resume: 0,
    issueDocument: 0,
  },
};
