import { limitInForce } from '../../deadlines/limit.ts';
import { isUncertain, workingDaysBetween } from '../../deadlines/working-calendar.ts';
import { type Complaint, error, warning } from '../../kit/complaint.ts';
import { daysBetween, isDay } from '../../kit/day.ts';
import { textIn } from '../../kit/field-values.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import type { Day, LedgerRecord, Values } from '../../kit/values.ts';
import { keywordHit, keywordPatterns } from '../catalogue/keyword-patterns.ts';
import type { MatchResult } from '../catalogue/match.ts';
import { FUNDS_RULE } from './funds.ts';
import { citations } from './legal-basis.ts';
import { limitOfCase, REVIEW_LIMITS } from './review-limits.ts';
import { isUrgent } from './review-workflow-guards.ts';
import { isRunning, type RunningIndex, sameTask } from './running-applications.ts';
import { declaresForm, missingMarks, wordsOfForm } from './statistical-form.ts';

/**
 * What a check found, and what the clerk may do about it. An error stands against 上报 (T8) or contradicts itself; a
 * warning is for the clerk to weigh. Neither refuses to keep the application.
 */
export type Finding = Complaint;

/** What matching certificates needs of the certificate list. */
export type CertificateEntry = { readonly name: string; readonly keywords?: string; readonly basis?: string };

/** Everything outside the application the checks look at. */
export type CheckFacts = Pick<LedgerContext, 'today' | 'calendar' | 'parameter' | 'nameOf'> & {
  /** Certificates a community should not issue. */
  readonly barred: readonly CertificateEntry[];
  readonly running: RunningIndex;
};

type Check = (record: LedgerRecord, facts: CheckFacts, match: MatchResult) => readonly Finding[];

const STATISTICS_BASIS = '统计法(2024) 第十七条';
const LIST_BASIS = '民发〔2015〕136号';

const NONE: readonly Finding[] = [];

const dayIn = (values: Values, fieldId: string): Day | undefined => {
  const day = textIn(values, fieldId);
  return isDay(day) ? day : undefined;
};

const legalBasis: Check = ({ values }) => {
  const written = textIn(values, 'legalBasis');
  if (written === '') {
    const reason = textIn(values, 'noBasisReason');
    const said = reason === '' ? '' : `,只说明“${reason}”`;
    return [
      warning(
        'basis/missing',
        `没有法律法规依据${said}。请部门补写法律法规名称和条款；确无依据的，可以不予受理或作为清单外事项上报。`,
        'legalBasis',
        '民发〔2015〕136号；鲁民〔2023〕14号',
      ),
    ];
  }
  if (citations(written).length > 0) return NONE;
  return [
    warning(
      'basis/no-article',
      `依据“${written}”没有写明哪部法律法规的哪一条，无法核对。请部门补写条款，如“消防法第六条”。`,
      'legalBasis',
      '鲁民〔2023〕14号',
    ),
  ];
};

/** What is carried out on commission says what may be done and by which powers; without them it may be refused. */
const authority: Check = ({ values }) => {
  const { assistMode } = values;
  const isCommissioned = Array.isArray(assistMode) && assistMode.some((mode) => mode === '受委托办理');
  if (!isCommissioned || textIn(values, 'authority') !== '') return NONE;
  return [
    warning(
      'authority/missing',
      '委托社区办理，没有写明授权内容与工作权限。请部门补写；权限不落实的可以拒绝。',
      'authority',
      '白山市江源区2022年试行意见；自贡市2016年试行办法',
    ),
  ];
};

/** 待定, 另行安排: written where an amount should stand. */
const UNDECIDED = /待定|待落实|待明确|待核|另行|未定/;

const funds: Check = ({ values }) => {
  const amount = values.fundAmount;
  const source = textIn(values, 'fundSource');
  const reason = textIn(values, 'noFundsReason');
  const none = source === '不需经费';
  const said = [reason, textIn(values, 'fundStd'), source].find((words) => UNDECIDED.test(words));
  const finding = (code: string, message: string, field: string) => [warning(code, message, field, FUNDS_RULE)];
  if (said !== undefined) {
    return finding(
      'funds/undecided',
      `经费写的是“${said}”，没有落实。请部门写明金额；经费不落实的可以拒绝。`,
      'fundAmount',
    );
  }
  if (typeof amount !== 'number' && !none) {
    return finding('funds/missing', '没有写明经费。请部门写明金额和来源；经费不落实的可以拒绝。', 'fundAmount');
  }
  if (amount === 0 || typeof amount !== 'number') {
    if (reason !== '') return NONE;
    return finding(
      'funds/none-unexplained',
      '经费为零，没有说明不需经费的理由。请部门补写理由，否则可以拒绝。',
      'fundAmount',
    );
  }
  if (source !== '' && !none) return NONE;
  const told = none ? '经费来源却写“不需经费”' : '没有写明经费来源';
  return finding('funds/no-source', `写了金额，${told}。请部门明确经费从哪里来。`, 'fundSource');
};

const statisticalForm: Check = (record, facts) => {
  const { values } = record;
  const declared = declaresForm(values);
  const words = wordsOfForm(values);
  if (!declared && words === undefined) return NONE;
  const refusing = (code: string, message: string, field: string) => [warning(code, message, field, STATISTICS_BASIS)];
  const missing = missingMarks(values);
  if (missing.length > 0) {
    const told = declared || words === undefined ? '要求社区填报表' : `要求社区填报表（写有“${words}”）`;
    const labels = missing.map(({ label }) => label).join('、');
    const field = missing[0]?.field ?? 'statFormNo';
    return refusing('statistics/marks-missing', `${told}，但没有标明${labels}。可拒绝填报，并请部门补齐。`, field);
  }
  const expiry = dayIn(values, 'statExpiry');
  if (expiry === undefined || expiry >= facts.today || !isRunning(record)) return NONE;
  return refusing('statistics/expired', `统计表有效期到 ${expiry}，已经过期。可拒绝填报。`, 'statExpiry');
};

const leadTime: Check = ({ values }, facts) => {
  const received = dayIn(values, 'inDate');
  const start = dayIn(values, 'startDate');
  if (received === undefined || start === undefined || isUrgent(values)) return NONE;
  if (textIn(values, 'urgentReason') !== '') return NONE;
  const needed = limitInForce(REVIEW_LIMITS.filing, received, facts);
  const left = workingDaysBetween(facts.calendar, received, start);
  if (left >= needed) return NONE;
  const sure = isUncertain(facts.calendar, received, start) ? '（其中有年份未录入节假日，只按周末推算）' : '';
  const told =
    left < 0
      ? `计划开始日 ${start} 早于收件日 ${received}`
      : `从收件到计划开始只有 ${left} 个工作日${sure}，不足 ${needed} 个`;
  return [
    warning(
      'lead-time/short',
      `${told}。请部门推迟开始日期或书面说明加急理由；没有理由的可以退回。`,
      'startDate',
      '北京西城 2018:提前30个工作日申请',
    ),
  ];
};

const forbidden: Check = (_record, _facts, match) => {
  if (match.result !== '负面') return NONE;
  const told = match.why[0] ?? '命中负面清单';
  return [
    error(
      'forbidden/hit',
      `${told}。不得进入社区，可以直接告知部门不予办理；确需上报的须写明理由。`,
      'itemName',
      match.best?.item.basis ?? LIST_BASIS,
    ),
  ];
};

const barredCertificate: Check = ({ values }, { barred }) => {
  const name = textIn(values, 'itemName');
  if (!name.includes('证明') && textIn(values, 'admitType') !== '证明盖章') return NONE;
  const hit = barred.find((certificate) => {
    const stem = certificate.name.replace(/证明$/, '');
    return name.includes(stem) || keywordHit(keywordPatterns(certificate.keywords ?? ''), name) !== undefined;
  });
  if (hit === undefined) return NONE;
  return [
    warning(
      'certificate/barred',
      `“${hit.name}”属于不应由居委会出具的证明。可以拒绝，并告知部门自行核查或由法定机关出具。`,
      'itemName',
      hit.basis ?? '民发〔2020〕20号',
    ),
  ];
};

const duplicate: Check = (record, facts) => {
  if (!isRunning(record)) return NONE;
  const department = textIn(record.values, 'applicant');
  return sameTask(record, facts.running)
    .slice(0, 3)
    .map((other) => {
      const theirs = textIn(other.values, 'applicant');
      const who = theirs === '' ? '未填单位' : facts.nameOf('department', theirs);
      const number = textIn(other.values, 'caseNo');
      const which = `${number === '' ? '' : `${number} `}“${textIn(other.values, 'itemName')}”`;
      const told =
        theirs === department
          ? `与本单位在办或有效的申请 ${which} 重复。请核对是否重复来文，重复的可以合并或退回。`
          : `与 ${who} 在办或有效的申请 ${which} 是同类事项。请部门之间先协调，由一家牵头，避免社区重复承担。`;
      return warning(
        theirs === department ? 'duplicate/same-department' : 'duplicate/other-department',
        told,
        'itemName',
        LIST_BASIS,
      );
    });
};

const period: Check = (record, facts) => {
  const { values } = record;
  const start = dayIn(values, 'startDate');
  const end = dayIn(values, 'endDate');
  if (end === undefined) return NONE;
  if (start !== undefined && end < start) {
    return [error('period/reversed', `结束日期 ${end} 早于开始日期 ${start}。请核对起止时间。`, 'endDate')];
  }
  const found: Finding[] = [];
  if (end < facts.today && isRunning(record)) {
    found.push(
      warning('period/past', `工作时限到 ${end}，已经过去。请核对日期；确已过期的可以退回或办理退出。`, 'endDate'),
    );
  }
  const temporary = textIn(values, 'term') === '阶段性临时';
  if (start !== undefined && temporary) {
    const longest = limitOfCase(REVIEW_LIMITS.temporary, values, start, facts);
    const days = daysBetween(start, end) + 1;
    if (days > longest) {
      found.push(
        warning(
          'period/temporary-too-long',
          `临时事项连头带尾 ${days} 天，超过 ${longest} 天（可调整的默认值）。请部门缩短期限，或改按长期事项申请。`,
          'endDate',
        ),
      );
    }
  }
  return found;
};

const CHECKS: readonly Check[] = [
  forbidden,
  barredCertificate,
  legalBasis,
  authority,
  funds,
  statisticalForm,
  leadTime,
  period,
  duplicate,
];

/**
 * What speaks against an application, worst first, each with the rule it rests on and what the clerk may do.
 * `match` is the comparison with the catalogue; the forbidden list is read there once.
 */
export function checkApplication(record: LedgerRecord, facts: CheckFacts, match: MatchResult): readonly Finding[] {
  return CHECKS.flatMap((check) => check(record, facts, match));
}
