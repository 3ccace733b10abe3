import { textIn } from '../kit/field-values.ts';
import { inPeriod, type Period } from '../kit/period.ts';
import { stateOf } from '../kit/steps.ts';
import type { Day, LedgerRecord, Values } from '../kit/values.ts';
import { NOT_LED } from '../rules/lead-case-clocks.ts';
import { leadCaseWorkflow, NOT_YET_LED } from '../rules/lead-case-workflow.ts';
import { rateOf } from './figure.ts';
import type { Indicator } from './indicator.ts';

const LEDGER = 'leadCase';

const BASIS =
  '本期化解的包案件数 ÷ 本期在包的件数（期末前列入、期初时还没有化解的；还在研究、待审批和不列入的不计）；化解后反复、又在化解的算在包，不算化解';

const stateOfCase = (record: LedgerRecord): string => stateOf(record, leadCaseWorkflow);

/** The day a case came onto the list; where nobody noted it, the first day that shows it there. */
const listedOn = (values: Values): Day =>
  ['listedOn', 'approvedOn', 'servedOn'].map((field) => textIn(values, field)).find((day) => day !== '') ?? '';

/** Listed before the period ended and not settled before it began. One without any day is taken to be on the list all along. */
const listedIn = (records: readonly LedgerRecord[], period: Period): readonly LedgerRecord[] =>
  records.filter(({ values }) => {
    const closedOn = textIn(values, 'closedOn');
    return listedOn(values) <= period.last && (closedOn === '' || closedOn >= period.first);
  });

/** In charge within the period: of those listed, the ones a leader has been given. */
export const leadCasesIn = (records: readonly LedgerRecord[], period: Period): readonly LedgerRecord[] =>
  listedIn(records, period).filter((record) => ![...NOT_YET_LED, NOT_LED].includes(stateOfCase(record)));

/** X6: of the cases leaders have in charge, how many were settled; below 85 % costs a point (达川). */
export const leadCaseIndicators: readonly Indicator[] = [
  {
    id: 'X6',
    title: '包案化解率',
    ledger: LEDGER,
    unit: 'share',
    basis: BASIS,
    source: '达川区信访工作考核细则：化解率低于 85% 扣减 1 分；未见分母的写法',
    inferred: true,
    measure: ({ records, period }) =>
      rateOf(leadCasesIn(records, period), ({ values }) => inPeriod(period, textIn(values, 'closedOn')), {
        ledger: LEDGER,
        basis: BASIS,
        excluded: [
          {
            why: '还在研究、待审批',
            ids: listedIn(records, period)
              .filter((record) => NOT_YET_LED.includes(stateOfCase(record)))
              .map(({ id }) => id),
          },
        ],
      }),
  },
];
