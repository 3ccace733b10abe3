import { isBlank } from '../../kit/blank.ts';
import { addDays } from '../../kit/day.ts';
import type { Day, LedgerRecord, Values } from '../../kit/values.ts';
import { isPending } from '../../rules/extension-request.ts';
import type { Chance } from '../chance.ts';
import type { ExampleDesk } from '../example-desk.ts';
import { EXAMPLE_CLERK } from '../example-names.ts';
import type { ExampleRecipe } from '../example-recipe.ts';
import { inventedAdult } from '../invented-people.ts';
import { pickDepartment, pickPlace } from './picks.ts';

const MATTERS: readonly (readonly [topic: string, matter: string, demand: string])[] = [
  ['征地拆迁', '安置房逾期三年未交付', '要求尽快交房并支付过渡费'],
  ['城乡建设', '规划道路施工致房屋开裂', '要求鉴定并赔偿'],
  ['物业管理', '物业公司挪用维修资金', '要求公开账目'],
  ['劳动社保', '企业拖欠工资两个月', '要求协调支付'],
  ['民政救助', '低保被停发', '要求恢复发放'],
  ['环境保护', '餐饮企业长期油烟扰民', '要求依法查处'],
  ['教育医疗', '学区划分调整', '要求说明依据'],
  ['交通出行', '小区门口没有人行横道', '建议增设'],
  ['其他', '宅基地界址不清', '要求确认'],
];

function values(on: Day, desk: ExampleDesk, chance: Chance): Values {
  const [topic, matter, demand] = chance.pick(MATTERS);
  const { name, idNo, phone } = inventedAdult(chance);
  const { where, compound } = pickPlace(desk, chance);
  const form = chance.weighted([
    ['网信', 45],
    ['来访', 30],
    ['来信', 15],
    ['来电', 10],
  ]);
  const isGroup = form === '来访' && chance.isTrue(0.12);
  const visitors = isGroup ? chance.between(6, 15) : chance.between(1, 3);
  return {
    systemNo: `XT${on.replaceAll('-', '')}${chance.between(100, 999)}`,
    form,
    kind: chance.weighted([
      ['申诉求决', 78],
      ['建议意见', 19],
      ['检举控告', 3],
    ]),
    source: chance.weighted([
      ['信访部门转送', 55],
      ['直接提出', 30],
      ['上级交办', 15],
    ]),
    receivedOn: on,
    ...where,
    people: isGroup ? visitors : chance.between(1, 4),
    ...(form === '来访' ? { visitors, isGroup, ...(isGroup ? { representatives: chance.between(3, 5) } : {}) } : {}),
    repeat: chance.isTrue(0.12),
    petitioner: name,
    petitionerId: idNo,
    address: `${compound}${chance.between(1, 30)}栋`,
    phone,
    matter: `${compound}：${matter}`,
    demand,
    topic,
    leader: '示例分管领导',
    dutyUnit: pickDepartment(desk, chance, '街道内设'),
    clerk: chance.isTrue(0.6) ? EXAMPLE_CLERK : '示例甲',
  };
}

function entered(act: string, _record: LedgerRecord, on: Day, _desk: ExampleDesk, chance: Chance): Values {
  const number = `${on.slice(5, 7)}${on.slice(8)}${chance.between(1, 9)}`;
  const forms: { readonly [act: string]: () => Values } = {
    notify: () => ({ noticeWay: chance.pick(['书面', '信息网络', '当场书面']) }),
    object: () => ({ objectionReason: '所反映事项属区住建部门职责' }),
    transfer: () => ({ transferredTo: '区住房和城乡建设局', noticeWay: '书面' }),
    decline: () => ({ reason: '已依法终结，以同一事实和理由再次提出', noticeWay: '书面' }),
    accept: () => ({ noticeWay: '书面' }),
    applyForExtension: () => ({ extensionAskedTo: addDays(on, 25), extensionReason: '需委托鉴定' }),
    refuseExtension: () => ({ reason: '鉴定机构已有结论，请按期答复' }),
    extend: () => ({ extensionTo: addDays(on, 25), extensionReason: '需委托鉴定' }),
    giveOpinion: () => ({
      opinionType: chance.weighted([
        ['予以支持', 45],
        ['解释说明', 40],
        ['不予支持', 15],
      ]),
      opinionNo: `示信〔${on.slice(0, 4)}〕${number}号`,
      opinionContent: '经调查核实，依据有关规定答复如下，有关部门已按此办理。',
      opinionBasis: '信访工作条例 第三十二条',
    }),
    settleByLaw: () => ({ content: '已按法定途径作出处理' }),
    giveReview: () => ({ review: '维持', reviewDeliveredOn: on }),
    evaluate: () => ({
      satisfaction: chance.weighted([
        ['满意', 70],
        ['基本满意', 22],
        ['不满意', 8],
      ]),
    }),
  };
  return forms[act]?.() ?? {};
}

/** 信访事项: ten a month, answered within sixty days as a rule. */
export const petitionRecipe: ExampleRecipe = {
  ledger: 'petition',
  count: 240,
  values,
  entered,
  pace: 12,
  weights: {
    notify: 0.8,
    accept: 0.7,
    transfer: 0.05,
    object: 0.03,
    decline: 0.02,
    applyForExtension: 0.02,
    extend: (values) => (isPending(values) ? 0.3 : 0.02),
    refuseExtension: 0.2,
    giveOpinion: 0.6,
    deliver: 0.8,
    // Whoever got the answer may ask for a review for thirty days; hardly anybody takes a petition back.
    close: ({ deliveredOn }) => (isBlank(deliveredOn) ? 0 : 0.4),
    withdraw: 0.01,
    evaluate: ({ satisfaction }) => (isBlank(satisfaction) ? 0.3 : 0),
    askReview: 0.04,
    askRereview: 0.05,
    hear: 0.1,
    issueDocument: 0,
  },
};
