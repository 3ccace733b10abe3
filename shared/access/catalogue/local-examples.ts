import { twoDigits } from '../../kit/numbers.ts';
import type { CatalogueItemValues } from '../../ledgers/catalogue-item.ts';

type Row = readonly [
  name: string,
  category: '公共服务' | '公共管理' | '公共安全' | '群众权益保障',
  basis: string,
  duty: string,
];

// biome-ignore format: one item a line, like the printed list
const ROWS: readonly Row[] = [
  ['居家养老信息收集、困难老人定期巡访', '公共服务', '绍兴市居家养老服务条例 第五条', '信息收集，定期巡访'],
  ['生活垃圾分类动员宣传', '公共管理', '上海市生活垃圾管理条例 第四十一条', '动员，宣传'],
  ['文明养犬宣传劝导', '公共管理', '上海市养犬管理条例 第八条；济南市养犬地方性法规 第七条', '宣传，劝导'],
  ['禁放烟花爆竹宣传劝阻', '公共安全', '淄博市烟花爆竹地方性法规 第十六条', '宣传，劝阻'],
  ['流动人口居住登记协助', '公共管理', '浙江省流动人口居住登记条例 第五条', '协助'],
  ['物业管理协助', '公共管理', '山东省物业管理条例 第六条', '协助'],
  ['禁毒联络员', '公共安全', '浙江省禁毒条例 第七条', '设联络员'],
  ['网格化发现上报', '公共管理', '上海市居民委员会工作条例 第二十五条', '发现，上报'],
];

/**
 * Items that rest on local statutes only. They bind nobody elsewhere, so they are off until the clerk has put the own
 * province's or city's article in their place.
 */
export function localExampleValues(): readonly CatalogueItemValues[] {
  return ROWS.map(([name, category, basis, dutyStreet], index) => ({
    code: `DF-${twoDigits(index + 1)}`,
    listType: '依法协助',
    name,
    category,
    basis,
    dutyStreet,
    enabled: false,
    inferred: ['事项名称'],
    version: '2026.1',
    sourceDoc: '地方性法规',
    status: '有效',
    notes: '地方示例：只依据所列地方的法规。本省、本市有同类规定的，改成本地依据后再启用。',
  }));
}
