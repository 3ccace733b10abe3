import type { Draft } from '../history/draft.ts';
import { yearOf } from '../kit/day.ts';
import { catalogueItem } from '../ledgers/catalogue-item.ts';
import { parameter } from '../ledgers/parameter.ts';
import { WAGE_GROUP } from '../rules/wage-floor.ts';
import type { ExampleDesk } from './example-desk.ts';

/** Yuan of a year, by how many years ago it was published: a street pays against a wage of its own place. */
const WAGES = [62_400, 60_100, 57_800];

const BASIC = [
  '推进社区党组织规范化建设',
  '指导居民委员会换届选举',
  '组织居民议事协商',
  '开展邻里纠纷排查化解',
  '做好高龄老人关爱服务',
  '组织辖区志愿服务活动',
];

const ASSISTED: readonly (readonly [name: string, department: string, theirs: string, ours: string])[] = [
  ['违法建设巡查', '区城管局', '受理举报、立案查处', '发现后劝阻并报告'],
  ['燃气安全宣传', '区住建局', '检查用户设施、督促整改', '张贴告知、协助入户'],
  ['适龄儿童入学摸底', '区教育局', '核定学区、安排学位', '提供户籍变动情况'],
];

const TAKEN_BACK: readonly (readonly [name: string, department: string, way: string])[] = [
  ['餐饮油烟检测', '市生态环境局示例区分局', '由执法人员现场检测，不要求街道出具意见'],
  ['特种设备使用登记核查', '区市监局', '由监察机构入户核查'],
];

/** What an office sets for itself: the wages its pay is held against, and the street's three duty lists. */
export function layOutRules(desk: ExampleDesk): readonly Draft[] {
  const year = yearOf(desk.today);
  const wages = WAGES.map((value, ago) => ({
    group: WAGE_GROUP,
    key: '城镇非私营单位就业人员平均工资',
    title: `${year - ago - 1} 年平均工资`,
    value: String(value),
    unit: '元/年',
    basis: '示例区统计公报（虚构）',
    from: `${year - ago}-01-01`,
  }));
  const listed = { version: String(year), effectiveFrom: `${year - 1}-01-01`, sourceDoc: '示例区履职事项清单（虚构）' };
  return [
    ...desk.lay(parameter, wages),
    ...desk.lay(catalogueItem, [
      ...BASIC.map((name) => ({ listType: '基本履职', name, ...listed })),
      ...ASSISTED.map(([name, leadDept, dutyDept, dutyStreet]) => ({
        listType: '配合履职',
        name,
        leadDept,
        dutyDept,
        dutyStreet,
        ...listed,
      })),
      ...TAKEN_BACK.map(([name, takeoverDept, workMode]) => ({
        listType: '收回',
        name,
        takeoverDept,
        workMode,
        ...listed,
      })),
    ]),
  ];
}
