import type { ClockDefinition } from '../deadlines/clock.ts';
import { type Complaint, warning } from '../kit/complaint.ts';
import { daysBetween } from '../kit/day.ts';
import { type FieldMap, specsOf, text } from '../kit/fields.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { textIn } from '../kit/steps.ts';
import type { Values } from '../kit/values.ts';
import type { RegulationValues } from '../ledgers/regulation.ts';
import { dateClock } from './date-clock.ts';

const WEIHAI = '威海市规范性文件“三统一”：签发后 5 日内送政府法制机构登记';
const REGISTER = { key: '送登记', otherwise: 5 };
/** Days before its end that a document is looked at again. */
const REVIEW_DAYS = 90;

const isNormative = ({ kind }: Values): boolean => kind === '规范性文件';
const holds = ({ standing }: Values): boolean => standing !== '废止' && standing !== '失效';

export const regulationClocks: readonly ClockDefinition[] = [
  dateClock({
    id: 'WJ1',
    title: '送登记',
    unit: 'calendarDays',
    limit: REGISTER,
    from: 'signedOn',
    until: ['sentToRegisterOn', 'filedOn'],
    applies: isNormative,
    basis: WEIHAI,
    inferred: true,
  }),
  {
    ...dateClock({
      id: 'WJ2',
      title: '有效期届满',
      unit: 'calendarDays',
      limit: { key: '文件有效期', otherwise: 1825 },
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

/** 已备案, 按时送登记 or what is still missing, for normative documents. */
export function filingOf(values: Values, context: LedgerContext): string {
  if (!isNormative(values)) return '';
  const sent = textIn(values, 'sentToRegisterOn') || textIn(values, 'filedOn');
  if (sent === '') return '未报备';
  const days = Number(context.parameter('时限', REGISTER.key, textIn(values, 'signedOn')) ?? REGISTER.otherwise);
  return daysBetween(textIn(values, 'signedOn'), sent) <= days ? '按时报备' : '超期报备';
}

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
