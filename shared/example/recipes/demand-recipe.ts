import { addDays } from '../../kit/day.ts';
import { textIn } from '../../kit/field-values.ts';
import { twoDigits } from '../../kit/numbers.ts';
import type { Day, LedgerRecord, Values } from '../../kit/values.ts';
import { isPending } from '../../rules/extension-request.ts';
import type { Chance } from '../chance.ts';
import type { ExampleDesk } from '../example-desk.ts';
import { EXAMPLE_CLERK } from '../example-names.ts';
import type { ExampleRecipe } from '../example-recipe.ts';
import { inventedAdult } from '../invented-people.ts';
import { pickDepartment, pickPlace } from './picks.ts';

/** What residents ask for, by topic: 示例 of what a hotline hears every day. */
const MATTERS: { readonly [topic: string]: readonly string[] } = {
  物业管理: ['物业不处理楼道杂物', '小区路灯不亮，报修两周无人来', '物业费涨价没有公示'],
  环境卫生: ['垃圾桶满溢无人清运', '楼下烧烤店油烟扰民', '绿化带堆放建筑垃圾'],
  噪音扰民: ['凌晨广场舞音响太大', '楼上夜间装修', '沿街店铺外放喇叭'],
  违建: ['顶楼住户搭建阳光房', '一楼住户圈占绿地'],
  停车: ['消防通道被占用停车', '小区停车位被私装地锁', '路边乱停车堵住出口'],
  供水供电: ['水压太低，五楼以上没水', '经常跳闸停电'],
  下水道堵塞: ['下水道返水', '化粪池外溢有异味'],
  电梯故障: ['电梯停运三天，老人下不了楼', '电梯运行有异响'],
  供暖燃气: ['暖气不热', '燃气管道有气味，请求检查'],
  道路设施: ['人行道地砖破损绊倒老人', '井盖松动'],
  民政社保: ['咨询高龄津贴怎么办', '申请低保材料需要哪些'],
  消防安全: ['楼道里给电动车充电', '消防栓没有水'],
  邻里纠纷: ['楼上漏水不肯赔偿', '邻居养鸡有异味'],
  其他: ['咨询居住证办理地点', '建议增设健身器材'],
};

const RESULTS = ['已到现场处理，诉求人认可', '已督促物业整改完毕', '已向诉求人解释政策', '已联系权属单位修复'];

function entered(act: string, record: LedgerRecord, on: Day, desk: ExampleDesk, chance: Chance): Values {
  const forms: { readonly [act: string]: () => Values } = {
    assign: () => ({ unit: pickDepartment(desk, chance, chance.isTrue(0.75) ? '街道内设' : '区') }),
    applyForExtension: () => ({ extensionAskedTo: addDays(on, 10), reason: '须更换配件' }),
    extend: () => ({ extendedTo: addDays(on, 10), reason: '须更换配件' }),
    refuseExtension: () => ({ reason: '配件本地有货，请按原期限办结' }),
    returnSlip: () => ({ returnReason: '不属本街道辖区' }),
    returnRefused: () => ({ reason: '经核实属本街道辖区' }),
    close: () => ({
      outcome: chance.weighted([
        ['已解决', 72],
        ['解释说明', 18],
        ['部分解决', 6],
        ['未解决', 4],
      ]),
      result: chance.pick(RESULTS),
      repliedOn: on,
    }),
    visit: () => {
      const satisfaction = chance.weighted([
        ['满意', 78],
        ['基本满意', 12],
        ['不满意', 5],
        ['未接通', 5],
      ]);
      return {
        satisfaction,
        ...(satisfaction === '不满意' ? { unsatisfiedReason: '处理时间太长' } : {}),
        verified: true,
      };
    },
    reopen: () => ({ reason: `诉求人对“${textIn(record.values, 'result')}”不认可` }),
  };
  return forms[act]?.() ?? {};
}

function values(on: Day, desk: ExampleDesk, chance: Chance): Values {
  const topic = chance.pick(Object.keys(MATTERS));
  const { name, idNo, phone } = inventedAdult(chance);
  const { where, compound } = pickPlace(desk, chance);
  const source = chance.weighted([
    ['12345热线', 62],
    ['社区上报', 12],
    ['网格上报', 12],
    ['窗口', 6],
    ['来访来电', 5],
    ['领导信箱', 3],
  ]);
  const hour = twoDigits(chance.between(8, 19));
  return {
    source,
    ...(source === '12345热线' ? { orderNo: `SL${on.replaceAll('-', '')}${chance.between(1000, 9999)}` } : {}),
    receivedAt: `${on}T${hour}:${String(chance.between(10, 59))}:00+08:00`,
    ...where,
    person: name,
    ...(chance.isTrue(0.3) ? { personId: idNo } : {}),
    phone,
    category: chance.weighted([
      ['求助', 40],
      ['投诉', 38],
      ['咨询', 15],
      ['建议', 7],
    ]),
    topic,
    content: `${compound}${chance.between(1, 30)}栋：${chance.pick(MATTERS[topic] ?? [topic])}`,
    urgency: chance.weighted([
      ['一般', 90],
      ['紧急', 9],
      ['突发', 1],
    ]),
    handler: chance.isTrue(0.4) ? EXAMPLE_CLERK : chance.pick(['示例甲', '示例乙', '示例丙']),
  };
}

/** 诉求与工单: three or four on an ordinary day, most of them done within the limit. */
export const demandRecipe: ExampleRecipe = {
  ledger: 'demand',
  count: 2_600,
  values,
  entered,
  pace: 2,
  weights: {
    assign: 0.95,
    contact: 0.6,
    reassign: 0,
    applyForExtension: 0.01,
    extend: (values) => (isPending(values) ? 0.3 : 0.01),
    refuseExtension: 0.2,
    returnSlip: 0.01,
    close: 0.5,
    visit: 0.9,
    reopen: 0.6,
    archive: 0.02,
    issueDocument: 0,
  },
};
