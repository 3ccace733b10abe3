import { addDays } from '../../kit/day.ts';
import { textIn } from '../../kit/field-values.ts';
import type { Day, LedgerRecord, Values } from '../../kit/values.ts';
import type { Chance } from '../chance.ts';
import type { ExampleDesk } from '../example-desk.ts';
import type { ExampleRecipe } from '../example-recipe.ts';
import { inventedAdult } from '../invented-people.ts';
import { pickDepartment } from './picks.ts';

function values(on: Day, desk: ExampleDesk, chance: Chance): Values {
  const earlier = desk
    .records('petition')
    .filter(({ values }) => textIn(values, 'receivedOn') <= on && values.kind === '申诉求决');
  const petition = earlier.length > 0 ? chance.pick(earlier) : undefined;
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
  };
}

function entered(act: string, _record: LedgerRecord, on: Day, _desk: ExampleDesk, chance: Chance): Values {
  const forms: { readonly [act: string]: () => Values } = {
    approve: () => ({ limitOn: addDays(on, 90) }),
    sendBack: () => ({ reason: '请补充稳控措施' }),
    submitPlan: () => ({ plan: '成立专班，每月接访一次，逐项落实', steadyMeasures: '网格员每周走访' }),
    report: () => ({
      measure: chance.pick(['包案领导接访，听取诉求', '召开部门协调会', '实地勘查取证']),
      result: '诉求人愿意继续协商',
      next: chance.pick(['召开协调会', '送达书面意见', '协调兑现补助']),
      nextOn: addDays(on, 14),
    }),
    extend: () => ({ extensionTo: addDays(on, 60), extensionReason: '需等待鉴定结论' }),
    settle: () => ({
      how: chance.pick(['解决诉求', '政策解释', '帮扶救助', '导入法定途径']),
      calm: chance.isTrue(0.9),
    }),
    visit: () => ({ visitResult: chance.pick(['满意', '满意', '基本满意']) }),
    archive: () => ({ archiveList: '案卷一册、化解方案、回访记录' }),
    reopen: () => ({ reason: '再次来访', newLimitOn: addDays(on, 60) }),
    notTaken: () => ({ reason: '按信访程序办理即可，不需包案' }),
    strike: () => ({ reason: '已由上级办结' }),
  };
  return forms[act]?.() ?? {};
}

/** 领导包案: few rows, looked at every week. */
export const leadCaseRecipe: ExampleRecipe = {
  ledger: 'leadCase',
  count: 36,
  values,
  entered,
  pace: 14,
  weights: {
    sendBack: 0.05,
    report: 0.6,
    extend: 0.02,
    settle: 0.12,
    strike: 0.01,
    notTaken: 0.02,
    reopen: 0.02,
    issueDocument: 0,
  },
};
