import { textIn } from '../../kit/field-values.ts';
import type { FieldMap } from '../../kit/fields.ts';
import { integer, longText, specsOf, text } from '../../kit/fields.ts';
import type { DerivedFields } from '../../kit/ledger.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import type { Day, LedgerRecord, Values } from '../../kit/values.ts';
import { catalogueByDay } from '../catalogue/catalogue-entry.ts';
import { type MatchInput, type MatchResult, matchWithIndex } from '../catalogue/match.ts';
import { type CertificateEntry, checkApplication, type Finding } from './checks.ts';
import { runningIndex } from './running-applications.ts';

/** The comparison of one application with the lists, and what speaks against it. */
export type ApplicationReview = { readonly match: MatchResult; readonly findings: readonly Finding[] };

/**
 * Remembers what was made of a list of records for as long as it holds the very same records: a store may hand out a
 * new array each time, or the same array with a record replaced.
 */
function rememberLast<T>(make: (records: readonly LedgerRecord[]) => T) {
  let last: { readonly records: readonly LedgerRecord[]; readonly made: T } | undefined;
  return (records: readonly LedgerRecord[]): T => {
    const same =
      last !== undefined &&
      last.records.length === records.length &&
      records.every((record, index) => record === last?.records[index]);
    if (last === undefined || !same) last = { records: [...records], made: make(records) };
    return last.made;
  };
}

const catalogueOn = rememberLast((records) => catalogueByDay(records));

const indexOfRunning = rememberLast((records) => runningIndex(records));

const barredCertificates = rememberLast((records): readonly CertificateEntry[] =>
  records.flatMap(({ values }) => {
    if (textIn(values, 'kind') !== '不应出具') return [];
    const keywords = textIn(values, 'keywords');
    const basis = textIn(values, 'basis');
    return [
      {
        name: textIn(values, 'name'),
        ...(keywords === '' ? {} : { keywords }),
        ...(basis === '' ? {} : { basis }),
      },
    ];
  }),
);

/** Compares a task, asked for by an application or in passing, with the catalogue in force on a day. */
export const matchOn = (day: Day, task: MatchInput, context: LedgerContext): MatchResult =>
  matchWithIndex(task, catalogueOn(context.records('catalogueItem'))(day));

/** Computed columns of what the comparison says and why. */
export function matchValues(match: MatchResult): Values {
  const item = match.result === '清单外' ? undefined : match.best?.item;
  return {
    matchResult: match.result,
    ...(item === undefined ? {} : { matchedItem: [item.code, item.name].filter(Boolean).join(' ') }),
    matchWhy: match.why.join('\n'),
  };
}

/**
 * Compares one application with the catalogue in force on the day it came in and runs every check on it: a list
 * published later neither takes a running case in nor throws it out. Pure in what it answers; the prepared catalogue is
 * kept while the context hands out the same records.
 */
export function reviewApplication(record: LedgerRecord, context: LedgerContext): ApplicationReview {
  const { values } = record;
  const match = matchOn(
    textIn(values, 'inDate') || context.today,
    {
      itemName: textIn(values, 'itemName'),
      dutyComm: textIn(values, 'dutyComm'),
      legalBasis: textIn(values, 'legalBasis'),
    },
    context,
  );
  const findings = checkApplication(
    record,
    {
      today: context.today,
      calendar: context.calendar,
      parameter: context.parameter,
      nameOf: context.nameOf,
      barred: barredCertificates(context.records('certificateItem')),
      running: indexOfRunning(context.records('application')),
    },
    match,
  );
  return { match, findings };
}

/** Specs of `matchValues`. */
export const matchFields = {
  matchResult: text('比对结果（自动）')
    .automatic()
    .width(12)
    .help('程序按名称、职责和法律条款与准入清单比对，供经办人参考'),
  matchedItem: text('最接近条目').automatic().width(28),
  matchWhy: longText('比对理由').automatic().width(40),
};

const fields: FieldMap = {
  ...matchFields,
  findingCount: integer('问题数').automatic().width(8),
  findingText: longText('发现的问题').automatic().width(50),
};

/** Computed columns of the application ledger: what the comparison says, why, and what the checks found. */
export const applicationReviewFields: DerivedFields = {
  fields: specsOf(fields),
  compute: (record, context): Values => {
    const { match, findings } = reviewApplication(record, context);
    return {
      ...matchValues(match),
      findingCount: findings.length,
      ...(findings.length === 0 ? {} : { findingText: findings.map((finding) => finding.message).join('\n') }),
    };
  },
};
