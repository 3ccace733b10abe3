import { choice, code, date, decimal, integer, text, yesNo } from '../kit/fields.ts';

/** 岗位: what somebody is employed as, since when, and until when. */
export const workerPostFields = {
  postKind: choice('岗位类别', ['正职', '副职', '其他'])
    .neededFor('report')
    .alias('岗位', '岗位类型')
    .section('岗位')
    .width(8),
  position: text('现任职务').neededFor('report').alias('职务').section('岗位').width(16),
  shoulder: yesNo('一肩挑').section('岗位'),
  crossPost: yesNo('交叉任职').section('岗位'),
  grade: integer('岗位等级').alias('等级', '薪级').min(1).max(18).section('岗位').width(8),
  payCoefficient: decimal('薪酬系数')
    .alias('系数')
    .min(0)
    .section('岗位')
    .width(8)
    .help('工资基数的倍数：100% 填 1，80% 填 0.8'),
  coefficientReason: text('系数说明').section('岗位').width(14).help('与基础参数“等级系数”不同的，写明依据'),
  // As it was typed before it was a number: shown where there is one, typed no more.
  coefficient: text('薪酬系数（原文）').automatic().section('岗位').width(8),
  workFrom: date('参加工作时间').neededFor('report').alias('参加工作日期').section('岗位'),
  communityFrom: date('进入社区工作时间')
    .neededFor('report')
    .alias('进社区时间', '进社区工作时间', '入职时间')
    .section('岗位'),
  hire: choice('用工形式', ['选任', { value: '合同', aliases: ['合同制'] }, '派遣', '公益岗', '挂职', '其他'])
    .alias('用工类别')
    .neededFor('report')
    .section('岗位')
    .width(8),
  contractTo: date('合同到期').alias('合同到期日').section('岗位'),
  certificate: choice('社工职业资格', [
    '无',
    { value: '助理社会工作师', aliases: ['初级', '助理'] },
    { value: '社会工作师', aliases: ['中级'] },
    { value: '高级社会工作师', aliases: ['高级'] },
  ])
    .neededFor('report')
    .alias('资格证书', '社工证', '职业资格', '证书')
    .section('岗位')
    .width(14),
  certificateNo: code('证书编号').alias('社工证书号码', '证书号码').section('岗位').width(18),
  certifiedOn: date('证书登记日期').alias('登记日期').section('岗位'),
  grid: text('负责网格').alias('网格').section('岗位').width(10),
  households: integer('联系户数').min(0).section('岗位').width(8),
  onDuty: yesNo('是否在岗', { yes: ['在岗'], no: ['离岗', '缺岗', '不在岗', '退出'] })
    .neededFor('report')
    .alias('在岗')
    .section('岗位'),
  leftOn: date('离岗日期').alias('退出日期', '离职日期').notBefore('communityFrom').section('岗位'),
  offReason: text('缺岗（退出）原因').alias('退出原因', '离岗原因').section('岗位').width(14),
};
