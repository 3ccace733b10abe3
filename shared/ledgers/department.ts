import { defineLedger } from '../kit/define-ledger.ts';
import { choice, phone, text, type ValuesOf, yesNo } from '../kit/fields.ts';

const fields = {
  name: text('全称').key().alias('部门名称', '单位名称', '名称', '部门').maxLength(60).width(28),
  shortName: text('简称').alias('部门简称').wanted().maxLength(20).width(14).help('来表里常见的叫法，如“区住建局”'),
  aliases: text('别名')
    .alias('曾用名', '其他叫法')
    .width(24)
    .help('其余叫法和机构改革前的名称，用顿号隔开，导入时按它们认出'),
  level: choice('层级', [
    { value: '省', aliases: ['省级', '自治区', '省直'] },
    { value: '市', aliases: ['市级', '市直'] },
    { value: '区', aliases: ['区级', '县', '县级', '区县', '区直', '县直'] },
    { value: '街道内设', aliases: ['街道', '镇街', '内设机构', '街道办'] },
  ])
    .neededFor('report')
    .width(10),
  contact: text('联系人').alias('联络员').width(10),
  phone: phone('联系电话').alias('电话', '联系方式'),
  inUse: yesNo('在用').alias('是否在用').help('机构撤并后选“否”，旧记录照常保留；留空视为在用'),
};

export type DepartmentValues = ValuesOf<typeof fields>;

/** 职能部门: everyone who may hand tasks down or is asked about them, by the names their sheets use. */
export const department = defineLedger({
  id: 'department',
  title: '职能部门',
  noun: '部门',
  group: '基础',
  version: 1,
  fields,
  titleField: 'name',
  alsoCalled: ['shortName', 'aliases'],
  sameAs: ['name'],
  columns: ['name', 'shortName', 'level', 'contact', 'phone', 'inUse'],
  sortedBy: { field: 'level' },
});
