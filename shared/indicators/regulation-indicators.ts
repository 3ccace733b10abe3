import { textIn } from '../kit/field-values.ts';
import { inPeriod } from '../kit/period.ts';
import type { LedgerRecord } from '../kit/values.ts';
import { filingOf, isFilingNotDue } from '../rules/regulation-rules.ts';
import { type Figure, rateOf } from './figure.ts';
import type { Indicator, IndicatorScope } from './indicator.ts';

const SOURCE = '规范性文件报备率、报备及时率、规范率（目标 100 %）';
const NOT_DUE = '报备期限未到';
const FILED_BASIS = `已报备的规范性文件 ÷ 期内签发、已报备或报备期限已过的规范性文件；${NOT_DUE}的不计`;
const PROPER_BASIS = '备案机关认定规范的 ÷ 已报备的规范性文件；没有写明认定结果的不计';
const IN_TIME_BASIS = `按时报备的规范性文件 ÷ 期内签发、已报备或报备期限已过的规范性文件；${NOT_DUE}的不计`;

const signedIn = ({ records, period }: IndicatorScope): readonly LedgerRecord[] =>
  records.filter(
    ({ values }) => textIn(values, 'kind') === '规范性文件' && inPeriod(period, textIn(values, 'signedOn')),
  );

/** 未到期的不计（丰城）: a document that may still be filed in time is none that was not filed. */
const filingRate =
  (words: readonly string[], basis: string) =>
  (scope: IndicatorScope): Figure => {
    const isFiled = ({ values }: LedgerRecord) => words.includes(filingOf(values, scope.context));
    const signed = signedIn(scope);
    const notDue = signed.filter(({ values }) => isFilingNotDue(values, scope.context));
    return rateOf(
      signed.filter((one) => !notDue.includes(one)),
      isFiled,
      { ledger: 'regulation', basis, excluded: [{ why: NOT_DUE, ids: notDue.map(({ id }) => id) }] },
    );
  };

/** 规范率: of what was filed, what the authority found in order; no verdict yet counts on neither side. */
function properRate(scope: IndicatorScope): Figure {
  const filed = signedIn(scope).filter(({ values }) => textIn(values, 'filedOn') !== '');
  const judged = filed.filter(({ values }) => typeof values.filingProper === 'boolean');
  const excluded = [{ why: '没有写明认定结果', ids: filed.filter((one) => !judged.includes(one)).map(({ id }) => id) }];
  return rateOf(judged, ({ values }) => values.filingProper === true, {
    ledger: 'regulation',
    basis: PROPER_BASIS,
    excluded,
  });
}

const filingIndicator = (id: string, title: string, words: readonly string[], basis: string): Indicator => ({
  id,
  title,
  ledger: 'regulation',
  unit: 'share',
  basis,
  source: SOURCE,
  inferred: false,
  measure: filingRate(words, basis),
});

export const regulationIndicators: readonly Indicator[] = [
  filingIndicator('F1', '报备率', ['按时报备', '超期报备'], FILED_BASIS),
  filingIndicator('F1T', '报备及时率', ['按时报备'], IN_TIME_BASIS),
  {
    id: 'F1P',
    title: '规范率',
    ledger: 'regulation',
    unit: 'share',
    basis: PROPER_BASIS,
    source: SOURCE,
    inferred: true,
    measure: properRate,
  },
];
