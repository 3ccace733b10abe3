import type { Day, Values } from '../../kit/values.ts';
import type { Chance } from '../chance.ts';
import type { ExampleDesk } from '../example-desk.ts';
import type { ExampleRecipe } from '../example-recipe.ts';
import { communityIds, pickDepartment } from './picks.ts';

const NAMES: { readonly [kind: string]: readonly string[] } = {
  牌子: ['科普工作站', '家长学校', '禁毒工作室', '统计工作站', '志愿服务站'],
  工作群: ['社区统计群', '物业联络群', '活动报名群'],
  报表: ['月度活动统计表', '门店信息周报', '流动人口季报'],
  台账: ['垃圾分类台账', '普法台账'],
  证明盖章: ['居住证明', '无犯罪证明', '亲属关系证明'],
  创建达标评比: ['星级站点评比', '示范楼栋评比'],
  信息系统: ['巡查打卡系统', '活动上报系统'],
};

function values(on: Day, desk: ExampleDesk, chance: Chance): Values {
  const kind = chance.pick(Object.keys(NAMES));
  const action = chance.weighted([
    ['取消', 6],
    ['合并', 2],
    ['保留', 3],
  ]);
  return {
    kind,
    name: chance.pick(NAMES[kind] ?? [kind]),
    ownerDepartment: pickDepartment(desk, chance),
    targets: chance.isTrue(0.6) ? communityIds(desk) : chance.some(communityIds(desk), 4),
    before: chance.between(1, 3),
    action,
    date: on,
    basis: '减负清理方案（示例）',
  };
}

/** 减负清理: what was counted, dropped and merged. */
export const burdenItemRecipe: ExampleRecipe = { ledger: 'burdenItem', count: 80, values };
