import type { ClockDefinition, ClockReading } from '../deadlines/clock.ts';
import { readClock } from '../deadlines/read-clock.ts';
import { type Complaint, warning } from '../kit/complaint.ts';
import { textIn } from '../kit/field-values.ts';
import { type FieldMap, specsOf, text } from '../kit/fields.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Values } from '../kit/values.ts';
import type { RegulationValues } from '../ledgers/regulation.ts';
import { dateClock } from './date-clock.ts';

const WEIHAI = '威海市规范性文件“三统一”：签发后 5 日内送政府法制机构登记';
const REGISTER = { key: '送登记', otherwise: 5 };
/** 公布后报备 within 15 days is common among provinces; no text of it was read. */
const FILE = { key: '规范性文件报备', otherwise: 15 };
/** Days before its end that a document is looked at again. */
const REVIEW_DAYS = 90;

const isNormative = ({ kind }: Values): boolean => kind === '规范性文件';
/** Neither repealed nor lapsed by its own word. */
export const holds = ({ standing }: Values): boolean => standing !== '废止' && standing !== '失效';

/** 报备 of a normative document. */
const filingClock = dateClock({
  id: 'WJ3',
  title: '报备',
  unit: 'calendarDays',
  limit: FILE,
  from: 'publishedOn',
  until: ['filedOn'],
  applies: isNormative,
  basis: '各省多为公布后 15 日内报备，未核到本地文件原文',
  inferred: true,
});

export const regulationClocks: readonly ClockDefinition[] = [
  dateClock({
    id: 'WJ1',
    title: '送登记',
    unit: 'calendarDays',
    limit: REGISTER,
    from: 'signedOn',
    until: ['sentToRegisterOn'],
    applies: isNormative,
    basis: WEIHAI,
    inferred: true,
  }),
  filingClock,
  {
    ...dateClock({
      id: 'WJ2',
      title: '有效期届满',
      unit: 'calendarDays',
      from: 'effectiveOn',
      until: [],
      due: { field: 'validTo', why: '有效期至' },
      applies: holds,
      basis: '文件写明的有效期；届满前评估是否修订、延续或废止',
      inferred: false,
    }),
    ladder: { left: REVIEW_DAYS },
  },
];

/** Judged as its clock is, a last day that is a rest day moved or not; where nobody noted its publication, by its signature. */
function filingReading(values: Values, context: LedgerContext): ClockReading | undefined {
  const publishedOn = textIn(values, 'publishedOn') || textIn(values, 'signedOn');
  return readClock(filingClock, { id: '', rev: '', values: { ...values, publishedOn } }, context)[0];
}

/**
 * How a normative document stands to be filed with the level above (报备); being registered (送登记) is another thing. Blank
 * where it is told as filed without any day to count from.
 */
export function filingOf(values: Values, context: LedgerContext): '' | '未报备' | '按时报备' | '超期报备' {
  if (!isNormative(values)) return '';
  if (textIn(values, 'filedOn') === '') return '未报备';
  const reading = filingReading(values, context);
  if (reading === undefined) return '';
  return reading.level === 'missed' ? '超期报备' : '按时报备';
}

/** Not filed, and not yet late: no rate may hold it against the office. */
export const isFilingNotDue = (values: Values, context: LedgerContext): boolean =>
  ['green', 'amber'].includes(filingReading(values, context)?.level ?? '');

const fields: FieldMap = { filing: text('报备情况').automatic().width(10) };

export const regulationDerived: DerivedFields = {
  fields: specsOf(fields),
  compute: ({ values }, context) => {
    const filing = filingOf(values, context);
    return filing === '' ? {} : { filing };
  },
};

/** A normative document is examined for its lawfulness before it is signed. */
export function regulationComplaints({ kind, legalOn, signedOn }: RegulationValues): readonly Complaint[] {
  if (kind !== '规范性文件') return [];
  if (legalOn === undefined)
    return [warning('regulation/legal', '规范性文件须经合法性审核，请补记审核日期', 'legalOn')];
  if (signedOn === undefined || legalOn <= signedOn) return [];
  return [warning('regulation/legal-after', `合法性审核日期 ${legalOn} 晚于签发日期 ${signedOn}，请核对`, 'legalOn')];
}
