import { BASICALLY_COUNTS, countsSo } from '../kit/counting-rules.ts';
import { countRecords, rateOf } from './figure.ts';
import type { Indicator, IndicatorScope } from './indicator.ts';
import {
  accusations,
  answersDueIn,
  type Base,
  counted,
  eligibleIn,
  isEvaluated,
  isRepeat,
  noticesIn,
  receivedIn,
} from './petition-counts.ts';

const LEDGER = 'petition';

const DACHUAN = '达川区信访工作考核细则列有此项，未见分子分母的写法';

type Declared = Pick<Indicator, 'id' | 'title' | 'basis'>;

/** A rate over petitions. Accusations are always left out, and named. */
function rate({ id, title, basis }: Declared, baseOf: (scope: IndicatorScope) => Base): Indicator {
  return {
    id,
    title,
    basis,
    ledger: LEDGER,
    unit: 'share',
    source: DACHUAN,
    inferred: true,
    measure: (scope) => {
      const { of, isHit, excluded } = baseOf(scope);
      return rateOf(of, isHit, { ledger: LEDGER, basis, excluded: [...excluded, accusations(scope)] });
    },
  };
}

const REPEATS = '本期收到、标为重复信访的件数；件数每比上月增加 1 件扣 1 分，见考核得分表';

/** X1 to X5 of 信访 (its own 三率: 受理、答复、参评与满意), not to be taken for those of 12345. */
export const petitionIndicators: readonly Indicator[] = [
  rate(
    {
      id: 'X1',
      title: '及时受理率',
      basis: '本期收到、在 15 日内书面告知或受理的件数 ÷ 本期收到、已经告知或告知期限已过的件数；期限未到的不计',
    },
    noticesIn,
  ),
  rate(
    {
      id: 'X2',
      title: '按期答复率',
      basis:
        '办理期限（含批准的延期）在本期、按期出具处理意见的件数 ÷ 办理期限在本期的件数；只计途径⑥，还没到期的和期限内撤回的不计',
    },
    answersDueIn,
  ),
  rate(
    {
      id: 'X3',
      title: '群众参评率',
      basis: '本期答复、已参评的件数 ÷ 本期答复、纳入评价的件数；途径①②不纳入，④标明纳入评价的才计',
    },
    (scope) => ({ ...eligibleIn(scope), isHit: isEvaluated }),
  ),
  rate(
    {
      id: 'X4',
      title: '参评群众满意率',
      basis: '本期答复、评为满意（含基本满意，可在“计算规则”里改）的件数 ÷ 本期答复、纳入评价、已参评的件数',
    },
    (scope) => {
      const basically = countsSo(BASICALLY_COUNTS, scope.context, scope.period.last);
      const { of, excluded } = eligibleIn(scope);
      return {
        of: of.filter(isEvaluated),
        isHit: ({ values: { satisfaction } }) => satisfaction === '满意' || (basically && satisfaction === '基本满意'),
        excluded: [...excluded, { why: '未参评', ids: of.filter((one) => !isEvaluated(one)).map(({ id }) => id) }],
      };
    },
  ),
  {
    id: 'X5',
    title: '重复信访',
    ledger: LEDGER,
    unit: 'count',
    basis: REPEATS,
    source: '达川区信访工作考核细则：重复信访件数每增加 1 件扣减 1 分，以每月为一个周期',
    inferred: false,
    measure: (scope) => {
      const repeats = receivedIn(counted(scope), scope.period).filter(isRepeat);
      const figure = countRecords(repeats, { ledger: LEDGER, basis: REPEATS });
      const left = accusations(scope);
      return left.ids.length === 0 ? figure : { ...figure, excluded: [left] };
    },
  },
];
