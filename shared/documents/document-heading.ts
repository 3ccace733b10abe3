import { textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { NAME_RULES, RULES_GROUP } from '../kit/rules-group.ts';
import type { Day } from '../kit/values.ts';

/** What a paper says of the office, beside what it says of the case. */
export type DocumentHeading = {
  /** Full name: 宿迁市宿豫区豫新街道办事处. */
  readonly office: string;
  /** 发文字号; where it is blank a hand fills it in. */
  readonly number?: string;
  /** 成文日期; where it is blank a hand fills it in. */
  readonly on?: Day;
  /** District body in charge of admissions, and the one that decides: named differently everywhere. */
  readonly district: string;
  readonly board: string;
  readonly contact?: string;
  readonly phone?: string;
  /** Id of the child row the paper is about (one agreement of several); the last one where absent. */
  readonly about?: string;
};

/** The office's 发文机关代字 (宿豫街办), '' where it was not set. */
export const officeCode = (context: LedgerContext, on: Day): string =>
  context.parameter(RULES_GROUP, NAME_RULES.officeCode, on) ?? '';

/**
 * What the program knows of the office on a day: its name from the organisation tree, the bodies from the dated
 * parameters. The number stays blank: the clerk takes the next one or writes it by hand.
 */
export function documentHeading(context: LedgerContext, on: Day): DocumentHeading {
  const street = context.records('organisation').find(({ values }) => textIn(values, 'level') === '街道');
  const name = street ? textIn(street.values, 'name') : '';
  return {
    office: /街道$/.test(name) ? `${name}办事处` : name,
    on,
    district: context.parameter(RULES_GROUP, NAME_RULES.carryingBody, on) ?? '区级准入承办机构',
    board: context.parameter(RULES_GROUP, NAME_RULES.decidingBody, on) ?? '区社区工作事项准入联席会议',
    contact: context.operator,
    ...(street && textIn(street.values, 'phone') !== '' ? { phone: textIn(street.values, 'phone') } : {}),
  };
}
