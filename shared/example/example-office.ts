import { firstOfficeDrafts } from '../access/catalogue/first-office.ts';
import type { Draft } from '../history/draft.ts';
import { addDays } from '../kit/day.ts';
import { sum, twoDigits } from '../kit/numbers.ts';
import type { Values } from '../kit/values.ts';
import { organisation } from '../ledgers/organisation.ts';
import type { Chance } from './chance.ts';
import type { ExampleDesk } from './example-desk.ts';
import { EXAMPLE_STREET } from './example-names.ts';
import { EXAMPLE_DISTRICT, inventedAdult } from './invented-people.ts';

/** As many of each as a real office has (种子材料：12 个社区、57 个住宅小区、17.5 万人、8263 名党员). */
const RESIDENTS = 175_000;
const PARTY_MEMBERS = 8_263;
const COMPOUNDS = 57;
const COMMUNITIES = ['晨光', '东湖', '康平', '新桥', '锦绣', '和平', '望江', '青云', '桃源', '丰泽', '柳林', '石井'];

const FIRST_WORDS = ['锦绣', '金桂', '阳光', '翠园', '滨江', '紫薇', '丽景', '和顺', '银杏', '湖畔', '安泰', '康宁'];
const LAST_WORDS = ['花园', '家园', '新村', '苑', '小区', '公寓', '雅居'];

const DEPARTMENTS: readonly (readonly [name: string, shortName: string, level: string])[] = [
  ['区住房和城乡建设局', '区住建局', '区'],
  ['市公安局示例区分局', '区公安分局', '区'],
  ['区民政局', '区民政局', '区'],
  ['区城市管理局', '区城管局', '区'],
  ['区卫生健康局', '区卫健局', '区'],
  ['区应急管理局', '区应急局', '区'],
  ['区人力资源和社会保障局', '区人社局', '区'],
  ['区市场监督管理局', '区市监局', '区'],
  ['区司法局', '区司法局', '区'],
  ['区教育局', '区教育局', '区'],
  ['市生态环境局示例区分局', '区生态环境分局', '区'],
  ['区残疾人联合会', '区残联', '区'],
  ['区商务局', '区商务局', '区'],
  ['党政办公室', '党政办', '街道内设'],
  ['社会事务办公室', '社会事务办', '街道内设'],
  ['平安建设办公室', '平安办', '街道内设'],
  ['城市管理办公室', '城管办', '街道内设'],
  ['党建办公室', '党建办', '街道内设'],
];

/** Parts a total by lot, every part near the average; the last one takes what is left, so that the sum is right. */
function parted(total: number, into: number, chance: Chance): readonly number[] {
  const weights = Array.from({ length: into }, () => 0.6 + chance.next() * 0.8);
  const whole = sum(weights);
  const parts = weights.slice(1).map((weight) => Math.round((total * weight) / whole));
  return [...parts, total - sum(parts)];
}

/** Households by 2.9 residents each, the street's average. */
const householdsOf = (residents: number): number => Math.round(residents / 2.9);

type Size = { readonly residents: number; readonly partyMembers: number };

/** Every figure of a unit carries the day and the source it comes from: another count finds other numbers. */
const counted = ({ residents, partyMembers }: Size, statOn: string): Values => ({
  residents,
  partyMembers,
  households: householdsOf(residents),
  statOn,
  source: '社区摸底（示例）',
  floating: Math.round(residents * 0.08),
  floatingOn: statOn,
  floatingSource: '派出所登记（示例）',
});

/** The street's figures: what its communities say, added up, so that nobody finds another sum. */
function countedTogether(residents: readonly number[], statOn: string): Values {
  const parts = residents.map((some) => counted({ residents: some, partyMembers: 0 }, statOn));
  const sum = (field: string) => parts.reduce((total, part) => total + Number(part[field]), 0);
  const whole = counted({ residents: RESIDENTS, partyMembers: PARTY_MEMBERS }, statOn);
  return { ...whole, households: sum('households'), floating: sum('floating') };
}

/** The office as first start sets it up, then its communities with their size, compounds and grids. */
export function layOutOffice(desk: ExampleDesk, chance: Chance): readonly Draft[] {
  const statOn = addDays(desk.today, -60);
  const street = `${EXAMPLE_DISTRICT}001`;
  const drafts = firstOfficeDrafts(
    {
      district: { name: '示例区', code: EXAMPLE_DISTRICT },
      street: { name: EXAMPLE_STREET, shortName: '滨河街道', code: street },
      communities: COMMUNITIES.map((shortName, place) => ({
        name: `${shortName}社区`,
        shortName,
        aliases: `${shortName}社区居委会`,
        code: `${street}0${twoDigits(place + 1)}`,
      })),
      departments: DEPARTMENTS.map(([name, shortName, level]) => ({ name, shortName, level })),
    },
    desk.newId,
  );
  const residents = parted(RESIDENTS, COMMUNITIES.length, chance);
  const partyMembers = parted(PARTY_MEMBERS, COMMUNITIES.length, chance);
  let place = 0;
  const sized = drafts.map((draft): Draft => {
    if (draft.kind !== 'create') return draft;
    if (draft.values.level === '街道') {
      return { ...draft, values: { ...draft.values, ...countedTogether(residents, statOn) } };
    }
    if (draft.values.level !== '社区') return draft;
    const size = { residents: residents[place] ?? 0, partyMembers: partyMembers[place] ?? 0 };
    place += 1;
    return { ...draft, id: desk.newId(), values: { ...draft.values, ...counted(size, statOn), ...heads(chance) } };
  });
  return [...desk.take(sized), ...layOutCompounds(desk, chance, statOn)];
}

function heads(chance: Chance): Values {
  const { name, phone } = inventedAdult(chance);
  return {
    communityKind: '社区',
    urbanClass: '111',
    chief: name,
    phone,
    hasPartyCommittee: true,
    hasResidentsCommittee: true,
    hasServiceStation: true,
    hasOffice: chance.isTrue(0.8),
    onFrom: '2015-01-01',
  };
}

/** 57 compounds over 12 communities, each in grids of 300 to 500 households. */
function layOutCompounds(desk: ExampleDesk, chance: Chance, statOn: string): readonly Draft[] {
  const communities = desk.records(organisation.id).filter(({ values }) => values.level === '社区');
  const compounds = Array.from({ length: COMPOUNDS }, (_, place) => place).flatMap((place) => {
    const community = communities[place % communities.length];
    if (!community) return [];
    const share = Math.ceil((COMPOUNDS - (place % communities.length)) / communities.length);
    const residents = Math.round((Number(community.values.residents) / share) * (0.9 + chance.next() * 0.1));
    return [{ place, community, residents, households: householdsOf(residents) }];
  });
  const laid = desk.lay(
    organisation,
    compounds.map(({ place, community, residents, households }) => ({
      level: '小区',
      name: compoundName(place),
      parent: community.id,
      ...counted({ residents, partyMembers: Math.round(residents * 0.04) }, statOn),
      buildings: Math.ceil(households / 90),
      units: Math.ceil(households / 30),
      propertyCompany: chance.isTrue(0.8) ? `${chance.pick(FIRST_WORDS)}物业（示例）` : '无物业，社区托管',
      ownersCommittee: chance.pick(['有', '无', '筹备']),
      onFrom: '2015-01-01',
    })),
  );
  return [...laid, ...layOutGrids(desk, chance, statOn)];
}

/** 锦绣花园, 金桂花园 … then 锦绣家园: no two of 57 alike. */
const compoundName = (place: number): string =>
  `${FIRST_WORDS[place % FIRST_WORDS.length]}${LAST_WORDS[Math.floor(place / FIRST_WORDS.length)]}`;

function layOutGrids(desk: ExampleDesk, chance: Chance, statOn: string): readonly Draft[] {
  const compounds = desk.records(organisation.id).filter(({ values }) => values.level === '小区');
  const grids = compounds.flatMap(({ id, values }) => {
    const count = Math.max(1, Math.round(Number(values.households) / 400));
    return parted(Number(values.residents), count, chance).map((residents, place) => {
      const { name, phone } = inventedAdult(chance);
      return {
        level: '网格',
        name: `${values.name}第${place + 1}网格`,
        parent: id,
        gridType: '综合网格',
        ...counted({ residents, partyMembers: Math.round(residents * 0.04) }, statOn),
        chief: name,
        fullTime: name,
        phone,
        onFrom: '2020-01-01',
      };
    });
  });
  return desk.lay(organisation, grids);
}
