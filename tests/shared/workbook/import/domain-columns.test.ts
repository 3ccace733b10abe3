import { expect, test } from 'vitest';
import { ledgerById } from '../../../../shared/ledgers/index.ts';
import { findHeader, layOut } from '../../../../shared/workbook/import/header.ts';
import { proposeMapping } from '../../../../shared/workbook/import/mapping.ts';
import { openFirst, xlsxOf } from '../sample-files.ts';

function proposed(ledgerId: string, headers: readonly string[]) {
  const ledger = ledgerById(ledgerId);
  if (!ledger) throw new Error(ledgerId);
  const row = (mark: string) => headers.map((_, place) => `${mark}${place}`);
  const reader = openFirst(xlsxOf([[...headers], row('甲'), row('乙')]));
  return proposeMapping(layOut(reader, findHeader(reader, ledger)), ledger).columns;
}

/**
 * Columns as departments and communities write them, and those that find no place: labels seen in published forms and systems
 * (access-review.md 2.2 and 7.6, ledgers.md a to h, D2). What is left out is said, never lost silently.
 */
const SHEETS: readonly (readonly [ledger: string, columns: string, leftOut: string])[] = [
  [
    'application',
    '申请事项、工作时限、工作任务量、可划拨的经费、授权内容、权限、时限、拨付的经费',
    '权限、时限、拨付的经费',
  ],
  [
    'application',
    '事项名称、类别、性质、责任部门、法律法规依据、社区承担职责、协助方式、频次、办理时限、经费标准、经费来源、有效期、准入文号、备注',
    '有效期、准入文号',
  ],
  [
    'application',
    '收文日期、来文单位、文件标题、文号、紧急程度、当前状态、承办部门、签收人、拟办意见、领导批示、办理结果、办结日期、归档编号、备注',
    '紧急程度、当前状态、承办部门、签收人、拟办意见、领导批示、办理结果、办结日期、归档编号',
  ],
  ['catalogueItem', '类别、事项类型、事项名称、关联单位、来源镇街、上级部门职责、镇街配合职责、工作方式', '事项类型'],
  ['catalogueItem', '事项名称、对应上级部门、上级部门职责、乡镇配合职责', ''],
  ['catalogueItem', '事项名称、承接部门、工作方式', ''],
  [
    'catalogueItem',
    '工作目标、重点任务、职责分工、责任单位、配合单位、完成时限、推进措施',
    '工作目标、职责分工、完成时限、推进措施',
  ],
  ['catalogueItem', '权力类型、项目编码、项目名称、子项、实施依据、责任事项、追责情形', '子项、追责情形'],
  [
    'certificateItem',
    '事项名称、办理用途、开具单位、政策法规依据、设定依据、具体流程、证明具体式样、备注',
    '设定依据、证明具体式样',
  ],
  ['strayTask', '日期、渠道、下派单位、内容、清单比对结果、处理结果、告知函文号、凭证', '凭证'],
  ['burdenItem', '社区、牌子名称、挂牌部门、位置、依据、处理', ''],
  [
    'organisation',
    '层级、名称、代码、上级单位、网格类型、户数、常住人口、流动人口、楼栋数、单元数、物业服务企业、业委会、社区党委、党员数、网格长、专职网格员、兼职网格员、楼栋长、社区民警、联系电话、启用日期、停用日期、统计日期、数据来源',
    '楼栋长',
  ],
  ['organisation', '所属社区、网格名称、网格长、联系电话、户数、人口数', ''],
  [
    'demand',
    '来源系统、工单编号、接收时间、诉求人、联系电话、诉求类别、问题分类、诉求内容、紧急程度、办理时限类型、应办结时间、承办单位、承办人、协办单位、是否退单、退单理由、延期申请、延至、联系诉求人时间、办理结果、办结类型、办结时间、回访时间、回访结果、不满意原因、纳入评价、重复诉求关联、身份证号、备注',
    '',
  ],
  [
    'petition',
    '信访件编号、信访形式、事项性质、来源、信访人、身份证号、住址、户籍地址、电话、涉及人数、来访人数、是否集体访、是否重复信访、是否越级、反映问题、主要诉求、事实理由、内容分类、收到日期、受理日期、告知日期、告知方式、办理途径、异议提出日期、责任领导、责任单位、配合单位、延期批准人、延至、处理意见、三到位一处理、意见书文号、出具日期、送达日期、复查、复核、办结日期、满意度、是否参评、是否生活困难、风险等级',
    '',
  ],
  [
    'leadCase',
    '案件编号、来源、案由、形成时间、积案成因、诉求合理性、问题症结、包案领导、职务、包案层级、责任单位、专班成员、五包、化解方案、审批人、审批日期、送达包案领导日期、化解期限、延期批准人、延至、稳控措施、稳控单位、化解方式、化解日期、息诉息访、回访日期、回访结果、是否反复、归档日期、移交材料',
    '来源',
  ],
  [
    'dispute',
    '纠纷编号、排查日期、排查方式、纠纷类型、当事人甲、当事人乙、涉及人数、涉及金额、案由、是否重大、风险等级、化解层级、责任人、受理日期、调解期限、状态、导出途径、办结日期、协议编号、履行情况、回访日期、结果',
    '结果',
  ],
  [
    'dispute',
    '申请人、被申请人、案由、适用程序、受理时间、承办人、结案时间、结案方式、案号',
    '适用程序、结案方式、案号',
  ],
  [
    'relief',
    '户主、身份证号、家庭人口、救助类别、致困原因、受理日期、调查人、核对结果、公示起止、确认日期、救助金额、起发月、复核到期日、动态调整、备注',
    '动态调整',
  ],
  [
    'wish',
    '心愿编号、所属社区、网格、心愿人、人群类别、联系方式、心愿内容、心愿类型、预算、采集人、采集日期、审核人、公开状态、认领单位/党组织、认领人、认领日期、承诺完成日期、实现日期、实现情况、受助人评价、照片编号、备注',
    '照片编号',
  ],
  ['survey', '测评批次、测评对象、方式、起止日期、拨打数、接通数、成功样本数、拒访数', ''],
  [
    'surveyFinding',
    '测评批次、年龄段、性别、居住年限、社区、测评项目、评价、不满意原因、意见建议、反馈单编号、责任单位、整改期限、整改结果、二次回访',
    '',
  ],
  ['committeeMember', '组织、所属街道、姓名、单位及职务、大工委职务、单位性质、任职日期、离任日期', ''],
  ['meeting', '会议主体、通知日期、召开日期、议题、实到、应到', ''],
  ['offer', '清单类型、提出方、名称、内容、领域、有效期、状态', '状态'],
  [
    'doubleRegistration',
    '报到主体、姓名、所在单位、居住小区、首次报到日期、认领岗位、特长、反馈单位日期、社区评价',
    '',
  ],
  ['pairing', '机关单位、结对社区、机关支部、社区支部、结对方式、联系党员、结亲户、共建项目、状态', '状态'],
  ['partyBranch', '类别、名称、上级党组织、覆盖小区、书记、电话、党员数、成立日期、本期活动次数', '本期活动次数'],
  [
    'newSectorOrganisation',
    '组织类别、名称、统一社会信用代码、是否实体运营、从业人员数、年营业收入(万元)、专职党员数、兼职党员数、预备党员、积极分子、申请入党人数、覆盖方式、党组织名称、书记、电话、群团组织、党建指导员、工作单位、走访频次、拟建党组织日期、未建原因、变更说明',
    '电话',
  ],
  [
    'worker',
    '所属街道、所属社区、姓名、身份证号、性别、民族、出生年月、年龄、政治面貌、入党时间、学历、学位、毕业院校及专业、岗位类别、现任职务、是否一肩挑、交叉任职、岗位等级、薪酬系数、参加工作时间、进入社区工作时间、社区工龄、用工形式、合同起止、社会工作者职业资格、证书编号、登记日期、基本报酬、岗位/等级、年限、职业津贴、绩效、五险一金单位缴纳、年应发合计、年度考核等次、培训学时、负责网格、联系户数、联系电话、是否在岗、备注',
    '所属街道、年龄、学位、社区工龄、合同起止、岗位/等级',
  ],
  ['worker', '姓名、性别、民族、学历、政治面貌、联系方式、用工类别、社工证书号码、是否在岗、缺岗原因、考核结果', ''],
  [
    'socialOrganisation',
    '备案编号、名称、类别、所在社区、成立日期、备案日期、备案机关、负责人、身份证号、电话、成员数、党员数、党组织设置、活动场所、面积、主要活动、年度活动次数、资金来源、业务联系单位、状态、备注',
    '业务联系单位',
  ],
  ['volunteerRecord', '活动名称、日期、地点、组织单位、志愿者、服务时长、服务对象、服务内容、评价、培训、表彰奖励', ''],
  [
    'facility',
    '点位编号、点位名称、设备类型、产权、所属社区、安装日期、质保到期、联网、状态、故障现象、上报日期、修复日期、巡查人、巡查日期、备注',
    '',
  ],
  ['outreach', '日期、渠道、群或账号、群成员数、信息类型、标题、条数、阅读量、互动、发布人、审核人、是否转发上级', ''],
  [
    'regulation',
    '文件名称、类型、文号、登记号、起草单位、合法性审核日期、意见、签发人、签发日期、公布日期、施行日期、有效期至、备案日期、备案回执、状态、依据',
    '意见',
  ],
  [
    'supervision',
    '督办编号、来源、事项、立项日期、责任领导、牵头单位、配合单位、要求完成时限、阶段进展、反馈日期、办结日期、督办结论、扣分/通报、销号',
    '阶段进展、反馈日期、销号',
  ],
];

test.each(SHEETS)('%s: %s', (ledger, columns, leftOut) => {
  const ignored = proposed(ledger, columns.split('、')).filter(({ target }) => target.kind === 'ignore');
  expect(ignored.map(({ header }) => header).join('、')).toBe(leftOut);
});

test('a column with the field’s own name goes before one with another word for it, wherever it stands', () => {
  // A real petition system prints both (ledgers.md b.3).
  const columns = proposed('petition', ['信访人', '收到日期', '事项名称', '信访人数', '反映问题', '涉及人数']);
  expect(columns.map(({ header, target }) => [header, 'field' in target ? target.field : target.kind])).toEqual([
    ['信访人', 'petitioner'],
    ['收到日期', 'receivedOn'],
    ['事项名称', 'ignore'],
    ['信访人数', 'ignore'],
    ['反映问题', 'matter'],
    ['涉及人数', 'people'],
  ]);
});
