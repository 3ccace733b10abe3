import { isBlank } from '../../kit/blank.ts';
import { addDays, monthsAfter } from '../../kit/day.ts';
import { textIn } from '../../kit/field-values.ts';
import { twoDigits } from '../../kit/numbers.ts';
import type { Day, LedgerRecord, Values } from '../../kit/values.ts';
import type { Chance } from '../chance.ts';
import type { ExampleDesk } from '../example-desk.ts';
import { EXAMPLE_CLERK } from '../example-names.ts';
import type { ExampleRecipe } from '../example-recipe.ts';
import { inventedAdult } from '../invented-people.ts';
import { communityIds, pickCommunity, pickDepartment } from './picks.ts';

/** 困难救助: by the local course, most of it confirmed. */
export const reliefRecipe: ExampleRecipe = {
  ledger: 'relief',
  count: 40,
  pace: 4,
  values: (on, desk, chance) => {
    const { name, idNo, phone } = inventedAdult(chance);
    return {
      community: pickCommunity(desk, chance),
      head: name,
      headId: idNo,
      phone,
      members: chance.between(1, 5),
      kind: chance.weighted([
        ['临时救助', 5],
        ['低保', 3],
        ['残疾人两补', 2],
        ['医疗', 2],
        ['特困', 1],
      ]),
      cause: chance.pick(['因病', '因残', '失业', '因学']),
      acceptedOn: on,
      clerk: EXAMPLE_CLERK,
    };
  },
  entered: (act, _, on, _desk, chance) => {
    const forms: { readonly [act: string]: () => Values } = {
      examine: () => ({
        surveyors: `${inventedAdult(chance).name}、${inventedAdult(chance).name}`,
        checked: chance.isTrue(0.85) ? '符合' : '不符合',
        kin: false,
      }),
      publish: () => ({ publicFrom: on, publicTo: addDays(on, 7) }),
      confirm: () => ({
        amount: chance.between(4, 30) * 10_000,
        fromMonth: on.slice(0, 7),
      }),
      refuse: () => ({ refusalReason: '家庭人均收入高于保障标准' }),
      recheck: () => ({ amount: chance.between(4, 30) * 10_000 }),
      stop: () => ({ content: '家庭收入提高，不再符合条件' }),
    };
    return forms[act]?.() ?? {};
  },
  weights: { refuse: 0.03, stop: 0.02, recheck: ({ recheckOn }) => (isBlank(recheckOn) ? 0 : 0.02) },
};

const WISHES: readonly (readonly [kind: string, circle: string, content: string])[] = [
  ['物品', '儿童', '一个新书包和一套文具'],
  ['物品', '老人', '一台大按键收音机'],
  ['服务', '老人', '修一修楼道的声控灯'],
  ['困难帮助', '残疾人', '申请一副合适的助行器'],
  ['文化体育', '老人', '活动室添两副乒乓球拍'],
  ['环境整治', '其他', '楼前的积水坑填平'],
  ['服务', '新就业群体', '社区给骑手留一个歇脚充电的地方'],
];

/** 微心愿: most are claimed and realised within a month. */
export const wishRecipe: ExampleRecipe = {
  ledger: 'wish',
  count: 60,
  pace: 8,
  values: (on, desk, chance) => {
    const { name, phone } = inventedAdult(chance);
    const [kind, circle, content] = chance.pick(WISHES);
    return {
      level: chance.weighted([
        ['微心愿', 5],
        ['小诉求', 3],
        ['艰困点', 1],
      ]),
      community: pickCommunity(desk, chance),
      name,
      phone,
      circle,
      content,
      kind,
      budget: chance.between(1, 20) * 5_000,
      collector: EXAMPLE_CLERK,
      collectedOn: on,
      clerk: EXAMPLE_CLERK,
    };
  },
  entered: (act, _, on, _desk, chance) => {
    const forms: { readonly [act: string]: () => Values } = {
      offer: () => ({
        checker: inventedAdult(chance).name,
        publicity: '化名',
        publicName: chance.pick(['小星', '老邻居', '向阳']),
      }),
      claim: () => ({
        claimerKind: '单位',
        claimer: chance.pick(['示例银行滨河支行', '示例小学', '示例医院']),
        promiseOn: addDays(on, 20),
      }),
      realise: () => ({ doneNote: '已送到本人手中', rating: chance.isTrue(0.9) ? '满意' : '基本满意' }),
      release: () => ({ reason: '认领单位人员变动' }),
      cancel: () => ({ reason: '本人不再需要' }),
    };
    return forms[act]?.() ?? {};
  },
  weights: { release: 0.05, cancel: 0.03 },
};

const ITEMS = ['社会治安', '环境卫生', '物业服务', '社区服务态度'];

/** One item of the answer sheet in one community: most are content. */
function resultOf(item: string, community: string, valid: number, desk: ExampleDesk, chance: Chance) {
  const unsatisfied = chance.between(0, 2);
  const hardly = chance.between(0, 2);
  const fairly = chance.between(4, 10);
  const unknown = chance.between(0, 3);
  return {
    id: desk.newId(),
    item,
    community,
    satisfied: valid - unsatisfied - hardly - fairly - unknown,
    fairly,
    hardly,
    unsatisfied,
    unknown,
  };
}

/** A questionnaire of its own words, as a superior hands it down: its options say what they weigh and what counts. */
function ownWords(desk: ExampleDesk): Values {
  const from = monthsAfter(desk.today, -3);
  const item = '物业服务';
  const counts: readonly (readonly [option: string, count: number])[] = [
    ['很满意', 48],
    ['一般', 21],
    ['说不清', 6],
  ];
  const option = (name: string, given: Values) => ({ id: desk.newId(), name, ...given });
  return {
    name: `${from.slice(0, 4)}年物业服务专项测评`,
    object: '居民',
    mode: '入户',
    frame: '有物业管理的小区，每户一份',
    from,
    to: addDays(from, 9),
    dialled: 180,
    reached: 160,
    valid: 150,
    refused: 12,
    options: [
      option('很满意', { weight: 100, content: true }),
      option('满意', { weight: 80, content: true }),
      option('一般', { weight: 60, content: false }),
      option('不满意', { weight: 0, content: false }),
      option('说不清', { outside: true }),
    ],
    results: [{ id: desk.newId(), item, satisfied: 66, unsatisfied: 9 }],
    answers: counts.map(([answer, count]) => ({ id: desk.newId(), item, option: answer, count })),
    suggestions: 17,
  };
}

const HALF_YEARS = 4;

/** 民意访评: a questionnaire of its own, and once every half-year the usual one by telephone. */
export const surveyRecipe: ExampleRecipe = {
  ledger: 'survey',
  count: 1 + HALF_YEARS,
  values: (_on, desk, chance, place) => {
    if (place === 0) return ownWords(desk);
    const communities = chance.some(communityIds(desk), 3);
    const each = chance.between(60, 86);
    const valid = each * communities.length;
    const from = monthsAfter(desk.today, 6 * (place - 1 - HALF_YEARS) + 1);
    return {
      name: `${from.slice(0, 4)}年${from.slice(5, 7) <= '06' ? '上' : '下'}半年测评`,
      object: '居民',
      mode: '电话',
      frame: '常住居民电话随机抽取',
      from,
      to: addDays(from, 6),
      dialled: valid * 3,
      reached: valid + 120,
      valid,
      refused: 90,
      weightSatisfied: 100,
      weightFairly: 80,
      results: ITEMS.flatMap((item) => communities.map((one) => resultOf(item, one, each, desk, chance))),
      suggestions: chance.between(10, 40),
    };
  },
};

function mended(on: Day, desk: ExampleDesk, chance: Chance): Values {
  const mendedOn = addDays(on, chance.between(3, 14));
  // What was sent out long ago has been mended by now.
  if (mendedOn > desk.today || (on > addDays(desk.today, -200) && chance.isTrue(0.4))) return {};
  return { mendedOn, result: '已整改，向居民说明', recall: '满意', recalledOn: mendedOn };
}

/** Every 不满意 is sent out, mended and called back. */
export const surveyFindingRecipe: ExampleRecipe = {
  ledger: 'surveyFinding',
  count: 14,
  values: (on, desk, chance, place) => {
    const surveys: readonly LedgerRecord[] = desk.records('survey');
    const begun = surveys.filter(({ values }) => textIn(values, 'from') <= on);
    const survey = begun.at(-1) ?? chance.pick(surveys);
    const began = textIn(survey.values, 'from');
    const foundOn = on < began ? began : on;
    return {
      survey: survey.id,
      foundOn,
      item: chance.pick(ITEMS),
      answer: '不满意',
      community: pickCommunity(desk, chance),
      reason: chance.pick(['夜间有烧烤摊占道', '楼道杂物长期没人清', '物业报修没有回音', '办事窗口排队久']),
      noticeNo: `CP-${began.slice(0, 4)}-${twoDigits(place + 1)}`,
      noticedOn: foundOn,
      unit: pickDepartment(desk, chance, '街道内设'),
      dueOn: addDays(foundOn, 15),
      clerk: EXAMPLE_CLERK,
      ...mended(foundOn, desk, chance),
    };
  },
};
