import { defineLedger } from '../kit/define-ledger.ts';
import { choice, date, integer, money, month, phone, residentId, text, unit, type ValuesOf } from '../kit/fields.ts';
import { workerComplaints } from '../rules/worker-checks.ts';
import { contractClock } from '../rules/worker-clocks.ts';
import { DEGREES, workerPayDerived } from '../rules/worker-facts.ts';
import { workerPostFields } from './worker-parts.ts';

const person = {
  community: unit('所属社区', '社区').key().alias('社区', '所在社区', '工作社区', '工作单位').section('个人').width(12),
  name: text('姓名').key().personal().section('个人').width(10),
  idNo: residentId('身份证号').neededFor('report').alias('身份证号码', '公民身份号码').section('个人'),
  sex: choice('性别', ['男', '女']).neededFor('report').section('个人').width(6),
  nation: text('民族').neededFor('report').section('个人').width(8),
  birth: month('出生年月').personal().neededFor('report').alias('出生日期', '出生年月日').section('个人'),
  politics: choice('政治面貌', [
    { value: '中共党员', aliases: ['党员'] },
    { value: '预备党员', aliases: ['中共预备党员'] },
    { value: '共青团员', aliases: ['团员'] },
    { value: '民主党派', aliases: ['党派'] },
    { value: '群众', aliases: ['无党派', '一般群众'] },
  ])
    .neededFor('report')
    .section('个人')
    .width(10),
  joinedParty: date('入党时间').alias('入党日期').section('个人'),
  degree: choice('全日制学历', DEGREES)
    .neededFor('report')
    .alias('学历', '学历学位', '文化程度')
    .section('个人')
    .width(10),
  degreeOnJob: choice('在职学历', DEGREES).section('个人').width(10),
  school: text('毕业院校及专业').alias('毕业院校', '专业').section('个人').width(16),
  phone: phone('联系电话').personal().neededFor('report').alias('电话', '手机号', '联系方式').section('个人'),
};

const pay = {
  payBase: money('基本报酬', '元').alias('基本工资', '基本薪酬').section('待遇'),
  payPost: money('岗位等级报酬', '元').alias('岗位工资', '等级工资').section('待遇'),
  paySeniority: money('年限报酬', '元').alias('年限工资', '工龄工资', '年限').section('待遇'),
  payCertificate: money('职业津贴', '元').alias('证书津贴', '职称津贴').section('待遇'),
  payPerformance: money('绩效', '元')
    .alias('绩效工资', '绩效报酬')
    .section('待遇')
    .help('以上各项按月填，合计为月应发工资'),
  monthlyPay: money('月应发工资', '元').alias('应发工资', '月工资', '月应发').section('待遇'),
  yearlyPay: money('年应发合计', '元')
    .neededFor('report')
    .alias('年应发', '年收入')
    .section('待遇')
    .help('留空时按月应发工资的 12 倍计，并注明'),
  employerInsurance: money('五险一金单位部分', '元')
    .alias('五险一金', '五险一金单位缴纳')
    .section('待遇')
    .help('单位每月缴纳的部分'),
  appraisal: choice('上年度考核等次', ['优秀', '合格', '基本合格', '不合格', '未定等次'])
    .alias('考核等次', '考核结果')
    .section('待遇')
    .width(10),
  trainingHours: integer('年度培训学时').alias('培训学时').min(0).section('待遇').width(8),
  remark: text('备注').section('待遇').width(16),
};

const fields = { ...person, ...workerPostFields, ...pay };

export type WorkerValues = ValuesOf<typeof fields>;

/** 社区工作者花名册: who works in which community, in which post, with which certificate and pay. */
export const worker = defineLedger({
  id: 'worker',
  title: '社区工作者',
  noun: '社区工作者',
  group: '队伍',
  version: 1,
  fields,
  titleField: 'name',
  foreignNumber: 'idNo',
  sameAs: ['community', 'name'],
  columns: ['community', 'name', 'sex', 'birth', 'politics', 'degree', 'postKind', 'position', 'certificate', 'onDuty'],
  totals: ['monthlyPay'],
  sortedBy: { field: 'community' },
  clocks: [contractClock],
  derived: workerPayDerived,
  check: workerComplaints,
});
