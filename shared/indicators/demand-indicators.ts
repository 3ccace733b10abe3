import { isBlank } from '../kit/blank.ts';
import { countsSo, NOT_DUE_LEFT_OUT } from '../kit/counting-rules.ts';
import { stepsOf } from '../kit/steps.ts';
import {
  contactLevel,
  isClosed,
  isEvaluated,
  isHotline,
  isReturned,
  isUnsatisfied,
  readSlips,
  type Slip,
  slipsAnsweredIn,
  slipsReceivedIn,
  wasClosed,
} from './demand-counts.ts';
import { type Figure, rateOf } from './figure.ts';
import type { Indicator, IndicatorScope } from './indicator.ts';

const LEDGER = 'demand';

const NINGGUO = '宁国市 12345 热线留言办理情况统计表（2022 年 4 月）';
const FENGCHENG = '丰城市 12345 热线月度通报（2025 年 5 月）';
const WENZHOU = '温州市 12345 月度通报（2018 年）列有此指标，未见公式';
const BEIJING = '北京“三率”之一，未见公式';
const DAYING = '大英县 12345 考核（群众回复率不低于 92%），未见公式';

type Declared = Pick<Indicator, 'id' | 'title' | 'basis' | 'source' | 'inferred'>;

const isAnonymous = ({ values }: Slip): boolean => values.anonymous === true;

/** Of what was handled here every day is noted by a step; a sheet may not tell it, which is no failure. */
const isHandledHere = (slip: Slip): boolean => stepsOf(slip).length > 0;

const idsOf = (slips: readonly Slip[]): readonly string[] => slips.map(({ id }) => id);

/** A rate over slips; what stays out is named with its reason. */
function rate(
  declared: Declared,
  count: (scope: IndicatorScope) => {
    readonly of: readonly Slip[];
    readonly isHit: (slip: Slip) => boolean;
    readonly excluded?: Figure['excluded'];
    /** The declared one as the office's rules of counting have it. */
    readonly basis?: string;
  },
): Indicator {
  return {
    ...declared,
    ledger: LEDGER,
    unit: 'share',
    prepare: readSlips,
    measure: (scope) => {
      const { of, isHit, excluded, basis = declared.basis } = count(scope);
      return rateOf(of, isHit, { ledger: LEDGER, basis, ...(excluded === undefined ? {} : { excluded }) });
    },
  };
}

const ANONYMOUS = '匿名，无从联系';
const CALL_NOT_DUE = '未到联系时限';
const NO_CALL_TOLD = '没有联系日期';
const NOT_DUE = '还在办理时限内、没有办结';
const ANSWER_NOT_DUE = '还在办理时限内';
const NO_ANSWER_TOLD = '没有答复日期';

/** What stays out of a rate, by reason, in the order of the reasons. */
const leftOut = (
  slips: readonly Slip[],
  outOf: (slip: Slip) => string | undefined,
  reasons: readonly string[],
): NonNullable<Figure['excluded']> =>
  reasons.map((why) => ({ why, ids: idsOf(slips.filter((slip) => outOf(slip) === why)) }));

/** Slips of the period that are this office's to handle, and those it sent back. */
function dispatched({ records, period, context }: IndicatorScope) {
  const received = slipsReceivedIn(records, period, context);
  const returned = received.filter(isReturned);
  return {
    received,
    of: received.filter((slip) => !isReturned(slip)),
    excluded: [{ why: '已退单', ids: idsOf(returned) }],
  };
}

/** Not closed, and its last day is not over. */
const isNotDue = (slip: Slip): boolean => !isClosed(slip) && (slip.reading?.left ?? 0) >= 0;

const CLOSED_OVER = '本期接收的工单中已办结（按时加超时）的件数 ÷ 派遣总数；退单不计';

/** W1: by 宁国市's table every slip sent out counts; an office may leave out those still within their limit, as 丰城市 does. */
function closing(scope: IndicatorScope) {
  const { of, excluded } = dispatched(scope);
  if (!countsSo(NOT_DUE_LEFT_OUT, scope.context, scope.period.last)) {
    return { of, excluded, isHit: isClosed, basis: `${CLOSED_OVER}；未到期未办结的计入派遣总数` };
  }
  return {
    of: of.filter((slip) => !isNotDue(slip)),
    excluded: [...excluded, { why: NOT_DUE, ids: idsOf(of.filter(isNotDue)) }],
    isHit: isClosed,
    basis: `${CLOSED_OVER}；${NOT_DUE}的也不计`,
  };
}

/** The same as reading the slips, with the limits for calling. */
function* readContacts(scope: IndicatorScope): Generator<undefined> {
  yield* readSlips(scope);
  for (const slip of dispatched(scope).of) {
    contactLevel(slip, scope.context);
    yield;
  }
}

/**
 * W1 to W8 of 12345 and the window. 三率 of 12345 (响应、解决、满意) are not those of 信访, so a title is never used without its
 * ledger.
 */
export const demandIndicators: readonly Indicator[] = [
  rate(
    {
      id: 'W1',
      title: '结案率',
      basis: `${CLOSED_OVER}；未到期未办结的计不计，按“计算规则”`,
      source: NINGGUO,
      inferred: false,
    },
    closing,
  ),
  rate(
    {
      id: 'W2',
      title: '按时结案率',
      basis: '本期接收的工单中按时办结（含批准的延期）的件数 ÷ 派遣总数；重新办理的，每一轮都按时才算按时；退单不计',
      source: NINGGUO,
      inferred: false,
    },
    (scope) => ({ ...dispatched(scope), isHit: ({ ending }) => ending === 'onTime' }),
  ),
  rate(
    {
      id: 'W3',
      title: '不满意率',
      basis:
        '回访不满意的件数 ÷ 本期接收、已办结的 12345 热线工单；重新办理的，任一轮不满意即计；其他来源不进分母，不纳入评价的不计',
      source: `${NINGGUO}，五行数据复算一致`,
      inferred: false,
    },
    (scope) => {
      const closed = dispatched(scope).of.filter((slip) => isHotline(slip) && wasClosed(slip));
      const left = closed.filter((slip) => !isEvaluated(slip));
      return {
        of: closed.filter(isEvaluated),
        isHit: isUnsatisfied,
        excluded: [{ why: '不纳入评价', ids: idsOf(left) }],
      };
    },
  ),
  rate(
    {
      id: 'W4',
      title: '解决率',
      basis: '办结类型为“已解决”的件数 ÷ 本期办结或到期的工单；期末还没到期的不计，结转下期；退单不计',
      source: FENGCHENG,
      inferred: false,
    },
    ({ records, period, context }) => {
      const { answered, notDue } = slipsAnsweredIn(records, period, context);
      return {
        of: answered,
        isHit: ({ values }) => values.outcome === '已解决' && String(values.closedOn) <= period.last,
        excluded: [{ why: '未到期，结转下期', ids: idsOf(notDue) }],
      };
    },
  ),
  rate(
    {
      id: 'W5',
      title: '回访核实率',
      basis: '回访核实属实办理的件数 ÷ 本期接收、回访中核实过的工单',
      source: WENZHOU,
      inferred: true,
    },
    (scope) => ({
      of: dispatched(scope).of.filter(({ values }) => values.verified !== undefined),
      isHit: ({ values }) => values.verified === true,
    }),
  ),
  {
    ...rate(
      {
        id: 'W6',
        title: '响应率',
        basis: '在联系时限内联系诉求人的件数 ÷ 派遣总数；退单、匿名、还没到联系时限和导入时没有联系日期的不计',
        source: BEIJING,
        inferred: true,
      },
      (scope) => {
        const { of, excluded } = dispatched(scope);
        const levelOf = (slip: Slip) => contactLevel(slip, scope.context);
        const outOf = (slip: Slip): string | undefined => {
          const level = levelOf(slip);
          if (isAnonymous(slip)) return ANONYMOUS;
          if (level === 'green' || level === 'amber') return CALL_NOT_DUE;
          return level === undefined && !isHandledHere(slip) ? NO_CALL_TOLD : undefined;
        };
        const left = leftOut(of, outOf, [ANONYMOUS, CALL_NOT_DUE, NO_CALL_TOLD]);
        return {
          of: of.filter((slip) => outOf(slip) === undefined),
          isHit: (slip) => levelOf(slip) === 'met',
          excluded: [...excluded, ...left],
        };
      },
    ),
    prepare: readContacts,
  },
  rate(
    {
      id: 'W7',
      title: '群众回复率',
      basis: '已答复诉求人的件数 ÷ 派遣总数；退单、还在办理时限内没有答复和导入时没有答复日期的不计',
      source: DAYING,
      inferred: true,
    },
    (scope) => {
      const { of, excluded } = dispatched(scope);
      const isAnswered = ({ values }: Slip) => !isBlank(values.repliedOn);
      const outOf = (slip: Slip): string | undefined => {
        if (isAnswered(slip)) return undefined;
        if (isClosed(slip)) return isHandledHere(slip) ? undefined : NO_ANSWER_TOLD;
        return isNotDue(slip) ? ANSWER_NOT_DUE : undefined;
      };
      return {
        of: of.filter((slip) => outOf(slip) === undefined),
        isHit: isAnswered,
        excluded: [...excluded, ...leftOut(of, outOf, [ANSWER_NOT_DUE, NO_ANSWER_TOLD])],
      };
    },
  ),
  rate(
    {
      id: 'W8',
      title: '退单率',
      basis: '退单件数 ÷ 本期接收的全部工单',
      source: '未见公式',
      inferred: true,
    },
    (scope) => ({ of: dispatched(scope).received, isHit: isReturned }),
  ),
];
