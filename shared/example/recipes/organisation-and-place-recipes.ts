import { addDays } from '../../kit/day.ts';
import { twoDigits } from '../../kit/numbers.ts';
import type { ExampleRecipe } from '../example-recipe.ts';
import { inventedAdult } from '../invented-people.ts';
import { laterDay, pickCommunity, pickCompound } from './picks.ts';

export const volunteerRecordRecipe: ExampleRecipe = {
  ledger: 'volunteerRecord',
  count: 90,
  values: (on, desk, chance) => {
    const { name, idNo, phone } = inventedAdult(chance);
    return {
      activity: chance.pick(['清洁家园', '敬老助餐', '交通劝导', '暑期护学']),
      on,
      place: String(pickCompound(desk, chance).values.name),
      community: pickCommunity(desk, chance),
      organiser: '社区志愿服务队',
      person: name,
      personId: idNo,
      phone,
      hours: chance.between(2, 8) / 2,
      target: '居民',
      content: '按活动安排服务',
      synced: chance.isTrue(0.9),
    };
  },
};

export const socialOrganisationRecipe: ExampleRecipe = {
  ledger: 'socialOrganisation',
  count: 24,
  values: (on, desk, chance, place) => {
    const { name, phone } = inventedAdult(chance);
    const [kind, title] = chance.pick([
      ['文体活动', '健身队'],
      ['文体活动', '书画社'],
      ['公益慈善', '互助社'],
      ['生活服务', '便民维修队'],
      ['社区事务', '议事会'],
    ] as const);
    const members = chance.between(8, 40);
    return {
      no: `备${on.slice(0, 4)}-${twoDigits(place + 1)}`,
      name: `${chance.pick(['晨曲', '向阳', '滨河', '和睦'])}${title}`,
      kind,
      community: pickCommunity(desk, chance),
      setOn: on,
      filedOn: on,
      head: name,
      phone,
      members,
      partyMembers: Math.min(members, chance.between(0, 6)),
      activities: chance.between(2, 30),
      area: chance.between(20, 120),
      registration: '已备案',
    };
  },
};

const PAPERS: readonly (readonly [name: string, kind: string])[] = [
  ['街道生活垃圾分类管理办法', '规范性文件'],
  ['社区活动用房管理规定', '规范性文件'],
  ['值班值守制度', '内部制度'],
  ['公务用车管理制度', '内部制度'],
  ['街道权责清单', '权责清单'],
  ['党政联席会议纪要', '会议纪要'],
  ['网格员管理办法', '内部制度'],
  ['居民议事会议事规则', '内部制度'],
  ['印章使用管理制度', '内部制度'],
  ['社区工作者考勤制度', '内部制度'],
  ['文明养犬管理规定', '规范性文件'],
  ['便民服务中心首问负责制', '内部制度'],
];

export const regulationRecipe: ExampleRecipe = {
  ledger: 'regulation',
  count: 12,
  values: (on, desk, chance, place) => {
    const [name, kind] = PAPERS[place % PAPERS.length] ?? ['值班值守制度', '内部制度'];
    return {
      name,
      kind,
      docNo: `滨河街办〔${on.slice(0, 4)}〕${place + 1}号`,
      drafter: chance.pick(['党政办', '平安办', '城管办']),
      signer: inventedAdult(chance).name,
      signedOn: on,
      publishedOn: on,
      effectiveOn: addDays(on, 30),
      validTo: addDays(on, 5 * 365),
      ...(kind === '规范性文件'
        ? {
            legalOn: addDays(on, -5),
            legalOpinion: '内容合法',
            sentToRegisterOn: laterDay(on, 2, 5, desk, chance),
            filedOn: laterDay(on, 6, 14, desk, chance),
            filingProper: true,
          }
        : {}),
      standing: '有效',
    };
  },
};

const ASSESSED = [
  ['招商引资到位资金', '经济', '区商务局', '取消'],
  ['税收增长率', '经济', '区税务局', '取消'],
  ['固定资产投资', '经济', '区发改局', '取消'],
  ['新增规上企业数', '经济', '区工信局', '取消'],
  ['垃圾分类覆盖率', '城市管理', '区城管局', '保留'],
  ['信访按期办结率', '平安稳定', '区信访局', '保留'],
  ['矛盾纠纷化解率', '平安稳定', '区司法局', '保留'],
  ['违建拆除完成率', '城市管理', '区城管局', '保留'],
] as const;

export const assessmentIndicatorRecipe: ExampleRecipe = {
  ledger: 'assessmentIndicator',
  count: 8,
  values: (on, _desk, _chance, place) => {
    const [name, kind, source, verdict] = ASSESSED[place % ASSESSED.length] ?? ASSESSED[0];
    return { name, kind, source, verdict, decidedOn: on, basis: '示例区街道考核清理通知', economic: kind === '经济' };
  },
};

export const facilityRecipe: ExampleRecipe = {
  ledger: 'facility',
  count: 96,
  values: (_on, desk, chance, place) => {
    const compound = pickCompound(desk, chance);
    const isBroken = chance.isTrue(0.08);
    const on = addDays(desk.today, -chance.between(1, 60));
    const fixedOn = addDays(on, chance.between(1, 6));
    return {
      no: `DW${String(place + 1).padStart(3, '0')}`,
      name: `${String(compound.values.name)}${chance.pick(['南门', '北门', '3幢前', '车棚'])}`,
      kind: chance.pick(['枪机', '球机', '人脸', '高空抛物', '一键报警']),
      owner: chance.pick(['公安', '街道', '物业']),
      place: compound.id,
      network: chance.pick(['公安', '街道', '自建']),
      checkedOn: on,
      checker: inventedAdult(chance).name,
      condition: isBroken ? chance.pick(['离线', '图像异常']) : '完好',
      ...(isBroken
        ? { fault: '画面丢失', reportedOn: on, ...(fixedOn <= desk.today && chance.isTrue(0.8) ? { fixedOn } : {}) }
        : {}),
      hoursDue: 720,
      hoursUp: isBroken ? chance.between(500, 690) : chance.between(705, 720),
    };
  },
};

export const outreachRecipe: ExampleRecipe = {
  ledger: 'outreach',
  count: 120,
  values: (on, desk, chance) => {
    const [channel, account] = chance.weighted([
      [['微信群', '居民一群'], 6],
      [['公众号', '社区发布'], 2],
      [['公告栏', '小区公告栏'], 2],
      [['短视频', '社区视频号'], 1],
    ] as const);
    const [kind, title] = chance.pick([
      ['反诈', '冒充客服提醒'],
      ['便民', '停水通知'],
      ['活动', '义诊预告'],
      ['安全防范', '飞线充电危害'],
      ['政策', '医保缴费提醒'],
    ] as const);
    return {
      on,
      community: pickCommunity(desk, chance),
      channel,
      account,
      ...(channel === '公告栏' ? {} : { followers: chance.between(180, 500) }),
      kind,
      title,
      items: 1,
      reads: chance.between(40, 480),
      reactions: chance.between(0, 30),
      poster: inventedAdult(chance).name,
      checker: inventedAdult(chance).name,
    };
  },
};
