import { isBlank } from '../kit/blank.ts';
import { type Complaint, error, warning } from '../kit/complaint.ts';
import { formatMoney } from '../kit/format-money.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Values } from '../kit/values.ts';
import type { WorkerValues } from '../ledgers/worker.ts';
import { numberIn } from './establishment.ts';
import { COEFFICIENT_GROUP, coefficientKey } from './wage-floor.ts';
import { payOfParts, payOfTwelveMonths } from './worker-facts.ts';

/** 三岗十八级: which levels a post may have. Where no parameter is in force, the bounds a city's text gives (article 18–22). */
const GRADES: { readonly [postKind: string]: readonly [least: number, most: number] } = {
  正职: [7, 18],
  副职: [4, 15],
  其他: [1, 12],
};

export const leastGradeKey = (postKind: string): string => `${postKind}最低等级`;
export const mostGradeKey = (postKind: string): string => `${postKind}最高等级`;

/** 18-digit numbers hold the month of birth in digits 7 to 12, the sex in digit 17 (GB 11643). */
function idComplaints({ idNo, birth, sex }: WorkerValues): readonly Complaint[] {
  if (idNo?.length !== 18) return [];
  const complaints: Complaint[] = [];
  const told = `${idNo.slice(6, 10)}-${idNo.slice(10, 12)}`;
  if (birth !== undefined && told !== birth) {
    complaints.push(warning('worker/birth', `出生年月 ${birth} 与身份证号里的 ${told} 不一致，请核对`, 'birth'));
  }
  const toldSex = Number(idNo[16]) % 2 === 1 ? '男' : '女';
  if (sex !== undefined && sex !== toldSex) {
    complaints.push(warning('worker/sex', `性别“${sex}”与身份证号里的“${toldSex}”不一致，请核对`, 'sex'));
  }
  return complaints;
}

function gradeComplaints({ postKind, grade }: WorkerValues, context: LedgerContext): readonly Complaint[] {
  const bounds = GRADES[postKind ?? ''];
  if (bounds === undefined || postKind === undefined || grade === undefined) return [];
  const bound = (key: string, otherwise: number) =>
    Number(context.parameter(COEFFICIENT_GROUP, key, context.today) ?? otherwise);
  const least = bound(leastGradeKey(postKind), bounds[0]);
  const most = bound(mostGradeKey(postKind), bounds[1]);
  if (grade >= least && grade <= most) return [];
  const message = `${postKind}岗位为 ${least}–${most} 级（三岗十八级，可在基础参数里调整），现为 ${grade} 级，请核对`;
  return [warning('worker/grade', message, 'grade')];
}

const HUNDREDTHS = 10_000;
/** Nobody is paid ten wage bases: a number beyond is a percentage (inferred). */
const MOST_COEFFICIENT = 10;

/** The coefficient against the share of the wage base the office pays that kind of post; a reason beside it settles it. */
function coefficientComplaints(values: WorkerValues, context: LedgerContext): readonly Complaint[] {
  const { postKind, payCoefficient, coefficient, coefficientReason } = values;
  if (payCoefficient === undefined) {
    if (coefficient === undefined || coefficient === '') return [];
    const message = `以前填的“${coefficient}”是文字，不能比较。请填成数，如 0.8。`;
    return [warning('worker/coefficient-text', message, 'payCoefficient')];
  }
  if (payCoefficient > MOST_COEFFICIENT) {
    const share = Number((payCoefficient / 100).toFixed(4));
    const message = `薪酬系数是工资基数的倍数，${payCoefficient} 太大。如果是 ${payCoefficient}%，请填 ${share}。`;
    return [error('worker/coefficient-percent', message, 'payCoefficient')];
  }
  if (postKind === undefined || !isBlank(coefficientReason)) return [];
  const percent = numberIn(context, COEFFICIENT_GROUP, coefficientKey(postKind), context.today);
  if (percent === undefined || Math.round(payCoefficient * HUNDREDTHS) === Math.round(percent * 100)) return [];
  const message = `${postKind}的薪酬比例为 ${percent}%（基础参数“等级系数”），现为 ${payCoefficient}。确有依据的，请填写“系数说明”。`;
  return [warning('worker/coefficient', message, 'payCoefficient')];
}

const yuan = (fen: number): string => formatMoney(fen, '元');

/** More in the parts than in the total cannot be; less may be another item, and is said. */
function payComplaints(values: WorkerValues): readonly Complaint[] {
  const { monthlyPay, yearlyPay } = values;
  const complaints: Complaint[] = [];
  const parts = payOfParts(values as Values);
  const months = payOfTwelveMonths(values as Values);
  if (parts !== undefined && monthlyPay !== undefined && parts !== monthlyPay) {
    const difference = yuan(Math.abs(parts - monthlyPay));
    complaints.push(
      parts > monthlyPay
        ? error('worker/pay-parts', `各项合计 ${yuan(parts)}，比月应发工资多 ${difference}，请核对`, 'monthlyPay')
        : warning(
            'worker/pay-rest',
            `各项合计 ${yuan(parts)}，比月应发工资少 ${difference}，有其他项目的请写在备注里`,
            'monthlyPay',
          ),
    );
  }
  if (yearlyPay !== undefined && monthlyPay !== undefined && yearlyPay < monthlyPay) {
    const message = `年应发合计 ${yuan(yearlyPay)} 比一个月的应发工资还少，请核对是不是按月填的`;
    complaints.push(warning('worker/pay-year', message, 'yearlyPay'));
  } else if (yearlyPay !== undefined && months !== undefined && yearlyPay !== months) {
    const message = `年应发合计 ${yuan(yearlyPay)}，与月应发工资×12（${yuan(months)}）不一致，请核对`;
    complaints.push(warning('worker/pay-months', message, 'yearlyPay'));
  }
  return complaints;
}

function postComplaints({ hire, contractTo, onDuty, offReason, leftOn }: WorkerValues): readonly Complaint[] {
  const complaints: Complaint[] = [];
  if (hire === '合同' && contractTo === undefined && onDuty !== false) {
    complaints.push(warning('worker/contract', '合同用工的，请填写合同到期，到期前会提醒', 'contractTo'));
  }
  if (onDuty === false && offReason === undefined) {
    complaints.push(warning('worker/off-reason', '不在岗的，请写明原因', 'offReason'));
  }
  if (onDuty === true && leftOn !== undefined) {
    complaints.push(error('worker/left', '填写了离岗日期，“是否在岗”应为否', 'onDuty'));
  }
  return complaints;
}

/** Conflicts with the ID number, a grade or coefficient outside its post, pay that does not add up: said beside the field and by imports. */
export const workerComplaints = (values: WorkerValues, context: LedgerContext): readonly Complaint[] => [
  ...idComplaints(values),
  ...gradeComplaints(values, context),
  ...coefficientComplaints(values, context),
  ...payComplaints(values),
  ...postComplaints(values),
];
