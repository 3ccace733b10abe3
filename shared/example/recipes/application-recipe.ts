import { addDays } from '../../kit/day.ts';
import { textIn } from '../../kit/field-values.ts';
import type { Day, LedgerRecord, Values } from '../../kit/values.ts';
import type { Chance } from '../chance.ts';
import type { ExampleDesk } from '../example-desk.ts';
import { EXAMPLE_CLERK } from '../example-names.ts';
import type { ExampleRecipe } from '../example-recipe.ts';
import { inventedAdult } from '../invented-people.ts';
import { communityIds, pickDepartment } from './picks.ts';

/** What departments want carried out, and how it stands to the catalogue. */
const ITEMS: readonly (readonly [name: string, match: string, duty: string, listed?: string])[] = [
  ['消防安全宣传教育', '清单内', '张贴海报，入户宣传', '消防安全宣传教育'],
  ['反电信网络诈骗宣传', '清单内', '入户宣传，组织讲座', '反电信网络诈骗宣传（老年人、青少年）'],
  ['社会救助对象走访协助', '清单内', '协助走访，反映情况', '社会救助协助'],
  ['禁毒宣传进小区', '清单内', '张贴海报，组织居民参加', '禁毒宣传与防范措施'],
  ['社区科普活动', '清单内', '提供场地，组织居民参加', '城市社区科普'],
  ['居民二次供水设施巡查', '清单外长期', '每月巡查，发现问题报告'],
  ['小区充电设施安全巡查', '清单外长期', '每月巡查，登记隐患'],
  ['独居老人智能手环发放登记', '清单外长期', '摸底登记，协助发放'],
  ['老旧小区加装电梯意愿征集', '清单外临时', '入户征求意见，汇总表决'],
  ['文明养犬登记协助', '清单外长期', '宣传引导，协助登记'],
  ['生活垃圾分类入户指导', '清单外长期', '入户指导，劝导纠正'],
  ['适老化改造对象摸底', '清单外临时', '入户摸底，上报名单'],
  ['高层住宅可燃雨棚排查', '清单外临时', '逐栋排查，登记整改'],
  ['燃气用户安全信息采集', '清单外长期', '入户采集，上报数据'],
  ['汛期地下车库隐患排查', '突发紧急', '排查报告，组织居民转移车辆'],
  ['流感聚集性疫情信息收集', '突发紧急', '每日收集报告'],
  ['招商引资线索上报', '命中负面', '每季度上报线索'],
  ['报刊征订任务', '命中负面', '按户数完成征订'],
];

const TERMS: { readonly [match: string]: string } = { 清单外临时: '阶段性临时', 突发紧急: '突发紧急' };

function values(on: Day, desk: ExampleDesk, chance: Chance): Values {
  const [name, listMatch, duty, listed] = chance.pick(ITEMS);
  const item = desk.records('catalogueItem').find((one) => one.values.name === listed);
  const { name: contact, phone } = inventedAdult(chance);
  const needsFunds = listMatch !== '命中负面' && chance.isTrue(0.75);
  return {
    applicant: pickDepartment(desk, chance),
    applicantLevel: '区',
    contact,
    phone,
    inDate: on,
    inChannel: chance.weighted([
      ['公文', 6],
      ['会议', 1],
      ['微信群', 2],
      ['系统', 1],
    ]),
    clerk: EXAMPLE_CLERK,
    itemName: name,
    admitType: '工作任务',
    nature: chance.pick(['新增', '常规']),
    term: TERMS[listMatch] ?? '长期',
    category: chance.pick(['公共服务', '公共管理', '公共安全']),
    legalBasis: item ? textIn(item.values, 'basis') : chance.pick(['物业管理条例 第五条', '城市供水条例 第三十条']),
    dutySup: '制定方案，提供资料、培训和经费，负责检查与处理',
    dutyComm: duty,
    targets: chance.isTrue(0.4) ? communityIds(desk) : chance.some(communityIds(desk), chance.between(2, 5)),
    support: ['人员', '物资'],
    assistMode: ['联系居民', '宣传教育'],
    workload: `每个社区每月 ${chance.between(1, 3)} 次，每次 2 人`,
    listMatch,
    ...(item ? { listItem: item.id } : {}),
    ...(needsFunds
      ? { fundAmount: chance.between(2, 30) * 100_000, fundSource: '部门专项', fundMode: '按工作量' }
      : { fundAmount: 0, fundSource: '不需经费', noFundsReason: '部门派人到场，社区只提供场地' }),
  };
}

/** Paid in full, in part, or not yet: what 经费到位 has to tell. */
function funded(record: LedgerRecord, on: Day, desk: ExampleDesk, chance: Chance): Values {
  const amount = record.values.fundAmount;
  const targets = record.values.targets;
  if (typeof amount !== 'number' || amount === 0 || !Array.isArray(targets)) return {};
  const share = Math.floor(amount / targets.length / 100) * 100;
  const transfers = targets
    .filter((community) => typeof community === 'string')
    .map((community) => ({
      id: desk.newId(),
      community,
      planAmount: share,
      planDate: on,
      ...(chance.isTrue(0.85) ? { paidAmount: share, paidDate: on } : {}),
    }));
  return { transfers };
}

function entered(act: string, record: LedgerRecord, on: Day, desk: ExampleDesk, chance: Chance): Values {
  const number = chance.between(1, 90);
  const decision = {
    result: chance.weighted([
      ['准予', 8],
      ['不予', 2],
      ['暂缓', 1],
    ]),
    docNo: `示例准入〔${on.slice(0, 4)}〕${number}号`,
    validFrom: on,
    validTo: addDays(on, 364),
    reason: '经审议，按会议意见办理',
  };
  const forms: { readonly [act: string]: () => Values } = {
    askSupplement: () => ({ papers: '经费预算表' }),
    recordOpinion: () => ({
      org: silentIn(record, chance),
      result: chance.pick(['同意', '同意', '有条件同意', '不同意']),
    }),
    forward: () => ({ content: '同意上报' }),
    refuse: () => ({ content: '没有法律法规依据，不得下达社区' }),
    sendBack: () => ({ content: '请补充论证社区承受能力' }),
    submitToBoard: () => ({ content: '已征求社区意见，拟提交审定' }),
    decide: () => decision,
    decideRenewal: () => ({ ...decision, result: '准予' }),
    publish: () => ({ channels: ['文件', '公开栏'], docNo: `示例准公〔${on.slice(0, 4)}〕${number}号` }),
    signAgreement: () => ({
      agreementNo: `XY-${on.slice(0, 4)}-${number}`,
      partyA: '申请单位',
      partyB: '各社区居委会',
      scope: textIn(record.values, 'dutyComm'),
      fundClause: '启动前一次拨付',
      ...funded(record, on, desk, chance),
    }),
    evaluate: () => ({ evaluations: [evaluation(desk, on, chance)] }),
    goOn: () => ({ conclusion: '继续' }),
    exit: () => ({ reason: chance.pick(['任务完成', '到期', '群众普遍不认可']) }),
    withdraw: () => ({ docNo: `函〔${on.slice(0, 4)}〕${number}号` }),
    archive: () => ({ archiveList: '申请函、社区意见、审批表、决定' }),
    startFirst: () => ({ actualStart: on }),
  };
  return forms[act]?.() ?? {};
}

const evaluation = (desk: ExampleDesk, on: Day, chance: Chance) => ({
  id: desk.newId(),
  evaluatedOn: on,
  participants: 30,
  satisfied: chance.between(16, 23),
  fairlySatisfied: 3,
  dissatisfied: chance.between(0, 4),
});

function silentIn({ values: { targets } }: LedgerRecord, chance: Chance): string {
  const ids = Array.isArray(targets) ? targets.filter((id): id is string => typeof id === 'string') : [];
  return ids.length > 0 ? chance.pick(ids) : '';
}

/** 准入审核: twice a week something comes, most of it is walked to its end within a quarter. */
export const applicationRecipe: ExampleRecipe = {
  ledger: 'application',
  count: 130,
  values,
  entered,
  pace: 5,
  weights: {
    askSupplement: 0.12,
    recordOpinion: 5,
    closeOpinions: 1,
    refuse: 0.15,
    sendBack: 0.1,
    withdraw: 0.02,
    exit: 0.02,
    suspend: 0.01,
    evaluate: 0.1,
    lapse: 0.1,
    archive: 0.3,
    correct: 0,
    issueDocument: 0,
    startFirst: 0.3,
  },
};
