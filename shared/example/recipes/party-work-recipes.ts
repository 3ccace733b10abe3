import { addDays, daysBetween, monthsAfter } from '../../kit/day.ts';
import { nextPeriod, periodOf } from '../../kit/period.ts';
import type { ChildRow, Day, LedgerRecord, Values } from '../../kit/values.ts';
import type { Chance } from '../chance.ts';
import type { ExampleDesk } from '../example-desk.ts';
import type { ExampleRecipe } from '../example-recipe.ts';
import { inventedAdult } from '../invented-people.ts';
import { pickCommunity, pickCompound, pickDepartment, streetId } from './picks.ts';

const UNITS: readonly (readonly [unit: string, kind: string])[] = [
  ['示例银行滨河支行', '国企'],
  ['示例小学', '学校'],
  ['示例医院', '医院'],
  ['示例物业服务公司', '物业'],
  ['示例机械有限公司', '非公'],
  ['示例养老服务中心', '社会组织'],
];

export const committeeMemberRecipe: ExampleRecipe = {
  ledger: 'committeeMember',
  count: 30,
  values: (on, desk, chance) => {
    const [unit, unitKind] = chance.pick(UNITS);
    return {
      body: '社区大党委',
      place: pickCommunity(desk, chance),
      name: inventedAdult(chance).name,
      unitPost: `${unit}负责人`,
      role: chance.isTrue(0.3) ? '兼职副书记' : '兼职委员',
      unitKind,
      from: on,
    };
  },
};

const TOPICS = ['老旧小区停车', '飞线充电治理', '楼道杂物清理', '共建项目认领', '小区出入口改造', '信访积案研判'];

/** 社区大党委 meets every month in every community; the other bodies meet now and then. */
const MONTHS_OF_MEETINGS = 24;
const MEETINGS_A_MONTH = 12;
const MONTHLY = MONTHS_OF_MEETINGS * MEETINGS_A_MONTH;

/** Where the next of the monthly meetings is held and when; one in twenty was left out for another body's. */
function monthlyMeeting(desk: ExampleDesk, chance: Chance, place: number) {
  const ahead = Math.floor(place / MEETINGS_A_MONTH) + 1 - MONTHS_OF_MEETINGS;
  const month = periodOf('month', monthsAfter(`${desk.today.slice(0, 7)}-01`, ahead));
  const last = month.last < desk.today ? month.last : desk.today;
  const communities = desk.records('organisation').filter(({ values }) => values.level === '社区');
  return {
    body: chance.isTrue(0.95) ? '大党委' : '居民议事会',
    community: communities[place % communities.length]?.id ?? '',
    heldOn: addDays(month.first, chance.between(0, daysBetween(month.first, last))),
  };
}

export const meetingRecipe: ExampleRecipe = {
  ledger: 'meeting',
  count: MONTHLY + 24,
  values: (on, desk, chance, place) => {
    const topics = chance.pick(TOPICS);
    const expected = chance.between(9, 15);
    const { body, community, heldOn } =
      place < MONTHLY
        ? monthlyMeeting(desk, chance, place)
        : { body: chance.pick(['联席会议', '大工委']), community: pickCommunity(desk, chance), heldOn: on };
    return {
      body,
      place: body === '大工委' ? streetId(desk) : community,
      notifiedOn: addDays(heldOn, -chance.between(2, 6)),
      heldOn,
      topics,
      onPetitions: topics === '信访积案研判',
      chair: inventedAdult(chance).name,
      present: expected - chance.between(0, 2),
      expected,
      decisions: [
        {
          id: desk.newId(),
          matter: `${topics}方案`,
          lead: pickDepartment(desk, chance, '街道内设'),
          dueOn: addDays(heldOn, chance.between(20, 60)),
        },
      ],
    };
  },
};

const OFFERS: readonly (readonly [list: string, owner: string, title: string, field: string])[] = [
  ['需求', '居民代表', '老人智能手机课', '文体'],
  ['需求', '社区', '暑期儿童托管', '社区治理'],
  ['需求', '社区', '电动车棚消防检查', '安全'],
  ['资源', '示例银行滨河支行', '手机银行课堂', '文体'],
  ['资源', '示例小学', '周末开放操场', '文体'],
  ['项目', '示例医院', '每月义诊', '健康'],
  ['项目', '示例律师事务所', '周三法律咨询', '法律'],
];

export const offerRecipe: ExampleRecipe = {
  ledger: 'offer',
  count: 42,
  values: (on, desk, chance) => {
    const [list, owner, title, field] = chance.pick(OFFERS);
    const { name, phone } = inventedAdult(chance);
    return {
      list,
      community: pickCommunity(desk, chance),
      owner,
      title,
      field,
      publishedOn: on,
      validTo: addDays(on, 365),
      contact: name,
      phone,
    };
  },
};

/** How far a match has come by today: claimed, under way, done and judged. */
function course(on: Day, desk: ExampleDesk, chance: Chance): Values {
  const claimedOn = addDays(on, chance.between(1, 7));
  if (claimedOn > desk.today) return {};
  const startedOn = addDays(claimedOn, chance.between(3, 15));
  const doneOn = addDays(startedOn, chance.between(10, 40));
  return {
    claimer: chance.pick(UNITS)[0],
    claimedOn,
    promiseOn: addDays(claimedOn, 60),
    ...(startedOn <= desk.today ? { startedOn } : {}),
    ...(doneOn <= desk.today && chance.isTrue(0.9) ? { doneOn, outcome: '按约定完成', rating: '满意' } : {}),
  };
}

export const matchRecipe: ExampleRecipe = {
  ledger: 'match',
  count: 18,
  values: (on, desk, chance) => {
    const entries = (isNeed: boolean): readonly LedgerRecord[] =>
      desk.records('offer').filter(({ values }) => (values.list === '需求') === isNeed);
    return {
      matchedOn: on,
      need: chance.pick(entries(true)).id,
      supply: chance.pick(entries(false)).id,
      ...course(on, desk, chance),
    };
  },
};

export const doubleRegistrationRecipe: ExampleRecipe = {
  ledger: 'doubleRegistration',
  count: 60,
  values: (on, desk, chance) => {
    const compound = pickCompound(desk, chance);
    const community = String(compound.values.parent ?? '');
    const { name, phone } = inventedAdult(chance);
    const unit = chance.pick(UNITS)[0];
    if (chance.isTrue(0.15))
      return {
        kind: '单位党组织',
        name: `${unit}党支部`,
        unit,
        community,
        reportedOn: on,
        members: chance.between(6, 30),
      };
    const served = addDays(on, chance.between(5, 60));
    return {
      kind: '在职党员',
      name,
      unit,
      community,
      home: compound.id,
      reportedOn: on,
      post: chance.pick(['法律咨询与援助', '社区治理', '健康医疗', '文化体育']),
      phone,
      ...(served <= desk.today
        ? {
            services: [{ id: desk.newId(), on: served, content: '参加志愿服务', hours: 2, rating: '好' }],
            feedbackOn: served,
          }
        : {}),
      halfYears: halfYearsAfter(on, desk, chance),
    };
  },
};

/** Reported in most of the half-years since, each time in its fourth month. */
function halfYearsAfter(on: Day, desk: ExampleDesk, chance: Chance): readonly ChildRow[] {
  const rows: ChildRow[] = [];
  for (let half = nextPeriod(periodOf('halfYear', on)); half.first <= desk.today; half = nextPeriod(half)) {
    const reported = addDays(half.first, 100);
    if (reported > desk.today || chance.isTrue(0.15)) continue;
    rows.push({ id: desk.newId(), half: half.label, on: reported });
  }
  return rows;
}

export const pairingRecipe: ExampleRecipe = {
  ledger: 'pairing',
  count: 14,
  values: (on, desk, chance) => ({
    organ: chance.pick(['示例区司法局', '示例区教育局', '示例区卫健委', '示例区文旅局']),
    community: pickCommunity(desk, chance),
    organBranch: '机关第一支部',
    communityBranch: `${chance.pick(['滨河苑', '向阳里', '文昌园'])}院落支部`,
    mode: '组织结对',
    pairedOn: on,
    visits: [{ id: desk.newId(), on: on, content: '走访座谈', solved: '协调修缮活动室' }],
  }),
};

export const partyBranchRecipe: ExampleRecipe = {
  ledger: 'partyBranch',
  count: 40,
  values: (on, desk, chance) => {
    const compound = pickCompound(desk, chance);
    const { name, phone } = inventedAdult(chance);
    const kind = chance.weighted([
      ['院落支部', 5],
      ['网格支部', 2],
      ['楼栋党小组', 3],
    ]);
    const activities = [30, 120, 210]
      .map((days) => addDays(desk.today, -days))
      .filter((day) => day >= on && chance.isTrue(0.8))
      .map((day) => ({ id: desk.newId(), on: day, content: '主题党日' }));
    return {
      kind,
      name: `${String(compound.values.name)}${kind === '楼栋党小组' ? `${chance.between(1, 20)}幢党小组` : kind}`,
      community: String(compound.values.parent ?? ''),
      parent: '社区党委',
      covers: [compound.id],
      head: name,
      phone,
      members: kind === '楼栋党小组' ? chance.between(2, 9) : chance.between(5, 48),
      setOn: on,
      activities,
    };
  },
};

export const newSectorOrganisationRecipe: ExampleRecipe = {
  ledger: 'newSectorOrganisation',
  count: 48,
  values: (on, desk, chance, place) => {
    const staff = chance.between(4, 120);
    const members = chance.between(0, Math.min(8, Math.floor(staff / 4)));
    const coverage = members >= 3 ? '单独组建' : chance.pick(['联合组建', '工作覆盖', '工作覆盖', '未覆盖']);
    const guide = inventedAdult(chance);
    const [kind, name] = chance.isTrue(0.8)
      ? (['非公企业', `示例${chance.pick(['科技', '商贸', '餐饮', '建材', '物流'])}${place + 1}号有限公司`] as const)
      : ([
          '社会组织',
          `示例${chance.pick(['养老服务中心', '社工服务社', '老年协会', '托育园'])}${place + 1}号`,
        ] as const);
    // Kept up every month, but for a few.
    const keptUp = chance.isTrue(0.9) ? `${desk.today.slice(0, 7)}-01` : on;
    return {
      kind,
      name,
      community: pickCommunity(desk, chance),
      countedOn: keptUp,
      running: chance.isTrue(0.9),
      hasPlace: true,
      hasBusiness: true,
      staff,
      income: chance.between(20, 4_000) * 1_000_000,
      membersFull: members,
      membersPart: 0,
      coverage,
      ...(members >= 3 || coverage === '联合组建' ? { partyName: '联合党支部', secretary: guide.name } : {}),
      ...(coverage === '工作覆盖' ? { guide: guide.name, guidePhone: guide.phone, guideKind: '兼职' } : {}),
      ...(coverage === '未覆盖' ? { noReason: members === 0 ? '无党员' : '有党员但不符合条件' } : {}),
    };
  },
};
