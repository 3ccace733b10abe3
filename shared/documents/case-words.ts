import { documentDate } from '../kit/document-date.ts';
import { rowsIn, textIn } from '../kit/field-values.ts';
import { formatForDocument } from '../kit/format.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { ChildRow, LedgerRecord, Values } from '../kit/values.ts';
import { application } from '../ledgers/application.ts';

/** Words of a case as letters use them. */

/** A field as official papers write it, '' where it is blank. */
export function shownIn(values: Values, fieldId: string, { nameOf }: LedgerContext): string {
  const field = application.fields[fieldId];
  return field ? formatForDocument(values[fieldId], field, nameOf).trim() : '';
}

/**
 * The full name of a department or unit. Letters call whom they address 全称 or 规范化简称 (GB/T 9704—2012 7.3.2), not the
 * short name of sheets and lists; that one stands in only for a record that is gone.
 */
export function fullNameOf(ledgerId: 'department' | 'organisation', id: string, context: LedgerContext): string {
  return textIn(context.record(ledgerId, id)?.values ?? {}, 'name') || context.nameOf(ledgerId, id);
}

/** 致 whom: the department's full name. */
export const applicantOf = ({ values }: LedgerRecord, context: LedgerContext): string =>
  fullNameOf('department', textIn(values, 'applicant'), context);

/** Full names of the communities concerned, in the record's order. */
export function communitiesOf({ values }: LedgerRecord, context: LedgerContext): readonly string[] {
  const { targets } = values;
  if (!Array.isArray(targets)) return [];
  return targets.flatMap((id) => (typeof id === 'string' ? [fullNameOf('organisation', id, context)] : []));
}

const COMMITTEE = /(居委会|居民委员会|村委会|村民委员会)$/;

/** What its committee is called: a village's is 村民委员会 (村民委员会组织法), a community's 居民委员会; '' where the name says so itself. */
const committeeWord = (community: string): string => {
  if (COMMITTEE.test(community)) return '';
  return community.endsWith('村') ? '村民委员会' : '居民委员会';
};

/** A community as a party to a letter or an agreement: its committee, unless the name says so itself. */
export const committeeOf = (community: string): string => `${community}${committeeWord(community)}`;

/** Several communities in one address, the committee named once where all have the same: `晨光社区、东湖社区居民委员会`. */
export function committeesOf(communities: readonly string[]): string {
  const words = new Set(communities.map(committeeWord));
  const [word = ''] = words;
  return words.size === 1 ? `${communities.join('、')}${word}` : communities.map(committeeOf).join('、');
}

/** `“二次供水设施巡查”（准入编号ZR-2026-0001）`. */
export function itemOf({ values }: LedgerRecord): string {
  const number = textIn(values, 'caseNo');
  return `“${textIn(values, 'itemName')}”${number === '' ? '' : `（准入编号${number}）`}`;
}

/** `2027年1月5日至2027年6月30日`; an open end stays open. */
export function periodOf(from: string, to: string): string {
  if (from === '' && to === '') return '';
  return `${from === '' ? '' : documentDate(from)}至${to === '' ? '长期' : documentDate(to)}`;
}

/** Money, source and mode in one sentence, or that none was stated. */
export function fundsOf({ values }: LedgerRecord, context: LedgerContext): string {
  const amount =
    typeof values.fundAmount === 'number' && values.fundAmount > 0 ? shownIn(values, 'fundAmount', context) : '';
  const said = [
    amount === '' ? '' : `拟拨经费${amount.replace(' ', '')}`,
    labelled('经费标准', shownIn(values, 'fundStd', context)),
    labelled('经费来源', shownIn(values, 'fundSource', context)),
    labelled('拨付方式', shownIn(values, 'fundMode', context)),
    amount === '' ? labelled('不需经费的理由', textIn(values, 'noFundsReason')) : '',
  ].filter((word) => word !== '');
  return said.length === 0 ? '申请中没有写明经费' : said.join('，');
}

/** `label：words` or '' where there are no words. */
export const labelled = (label: string, words: string): string => (words === '' ? '' : `${label}：${words}`);

/** Sentences one after another, each with exactly one full stop. */
export const sentences = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.trim().replace(/[。；;，,]+$/, ''))
    .filter((part) => part !== '')
    .map((part) => `${part}。`)
    .join('');

/** The lines of a text that lists one thing a line, without the marks people put before them. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) =>
      line
        .trim()
        .replace(/^([(（]?\d{1,2}[)）]|\d{1,2}[.．、]|[-•·])\s*/, '')
        .replace(/[。；;]+$/, ''),
    )
    .filter((line) => line !== '');

/** The child row a paper is about: the one named, else the last. */
export function rowAbout(values: Values, list: string, about: string | undefined): ChildRow | undefined {
  const rows = rowsIn(values, list);
  return rows.find(({ id }) => id === about) ?? rows.at(-1);
}

/** Ids of the last row of each list: what a paper about the present state prints. */
export const lastRowIds = (values: Values, ...lists: readonly string[]): readonly string[] =>
  lists.flatMap((list) => rowsIn(values, list).slice(-1)).map(({ id }) => id);
