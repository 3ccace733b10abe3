import type { ClockReading } from '../deadlines/clock.ts';
import { dueKey, mostPressing, readClocks } from '../deadlines/read-clock.ts';
import { titleOf } from '../history/references.ts';
import { addDays } from '../kit/day.ts';
import { textIn } from '../kit/field-values.ts';
import { groupedByEach } from '../kit/grouped.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { stateOf } from '../kit/steps.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';
import { communitiesOf } from './case-places.ts';

/** How soon something is due: each case stands in the first that fits. */
export const BUCKETS = ['late', 'today', 'soon', 'week', 'later'] as const;

export type Bucket = (typeof BUCKETS)[number];

/** Calendar days ahead that 三天内 and 一周内 reach. */
const SOON = 3;
const WEEK = 7;

/** An open case with the limit that ends first. */
export type DueCase = {
  readonly ledger: string;
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly waitingFor: string;
  readonly clerk: string;
  readonly communities: readonly string[];
  readonly reading: ClockReading;
};

/** Stands for a community where a case names none. */
export const NO_COMMUNITY = '-';

/** What of the radar is looked at; without a field everything. */
export type RadarChoice = {
  readonly clerk?: string;
  readonly community?: string;
  readonly ledger?: string;
  readonly bucket?: Bucket;
};

export type BucketCounts = { readonly [bucket in Bucket]: number };

/** Counts that narrow the choice; each is counted under everything chosen but its own field. */
export type Radar = {
  readonly counts: BucketCounts;
  readonly byCommunity: readonly { readonly community: string; readonly counts: BucketCounts }[];
  readonly byLedger: readonly { readonly ledger: string; readonly counts: BucketCounts }[];
  /** The cases chosen, what ends first on top. */
  readonly cases: readonly DueCase[];
};

/** The case with its most pressing running limit; undefined where none runs, or all stand still. */
export function dueCase(ledger: Ledger, record: LedgerRecord, context: LedgerContext): DueCase | undefined {
  const reading = mostPressing(readClocks(ledger.clocks, record, context));
  if (reading === undefined || reading.level === 'paused') return undefined;
  const state = ledger.workflow?.states[stateOf(record, ledger.workflow)];
  return {
    ledger: ledger.id,
    id: record.id,
    title: titleOf(ledger, record),
    state: state?.title ?? '',
    waitingFor: state?.waitingFor ?? '',
    clerk: textIn(record.values, ledger.handledBy ?? ''),
    communities: communitiesOf(ledger, record.values, context),
    reading,
  };
}

/** How soon a limit ends. One in hours may be over on a day that is not. */
export function bucketOf({ dueOn, level, left }: ClockReading, today: Day): Bucket {
  if (level === 'red' || left < 0) return 'late';
  if (dueOn <= today) return 'today';
  if (dueOn <= addDays(today, SOON)) return 'soon';
  return dueOn <= addDays(today, WEEK) ? 'week' : 'later';
}

type Placed = { readonly one: DueCase; readonly bucket: Bucket };

const NONE: BucketCounts = { late: 0, today: 0, soon: 0, week: 0, later: 0 };

function countsOf(placed: readonly Placed[]): BucketCounts {
  const counts = { ...NONE };
  for (const { bucket } of placed) counts[bucket] += 1;
  return counts;
}

/** The same counted for every key of a case: a case of two communities counts in both. */
const countsBy = (placed: readonly Placed[], keysOf: (one: DueCase) => readonly string[]) =>
  [...groupedByEach(placed, ({ one }) => keysOf(one))].map(([key, group]) => ({ key, counts: countsOf(group) }));

const placesOf = ({ communities }: DueCase): readonly string[] =>
  communities.length === 0 ? [NO_COMMUNITY] : communities;

const firstDue = (a: DueCase, b: DueCase): number => (dueKey(a.reading) < dueKey(b.reading) ? -1 : 1);

/** One radar over all ledgers: how much is due when, where and in which ledger, and the cases of the choice. */
export function radar(cases: readonly DueCase[], choice: RadarChoice, today: Day): Radar {
  const own = cases.filter(({ clerk }) => choice.clerk === undefined || clerk === choice.clerk);
  const all = own.map((one): Placed => ({ one, bucket: bucketOf(one.reading, today) }));
  const inPlace = ({ one }: Placed) => choice.community === undefined || placesOf(one).includes(choice.community);
  const inLedger = ({ one }: Placed) => choice.ledger === undefined || one.ledger === choice.ledger;
  const chosen = all.filter((each) => inPlace(each) && inLedger(each));
  return {
    counts: countsOf(chosen),
    byCommunity: countsBy(all.filter(inLedger), placesOf).map(({ key, counts }) => ({
      community: key,
      counts,
    })),
    byLedger: countsBy(all.filter(inPlace), ({ ledger }) => [ledger]).map(({ key, counts }) => ({
      ledger: key,
      counts,
    })),
    cases: chosen
      .filter(({ bucket }) => choice.bucket === undefined || bucket === choice.bucket)
      .map(({ one }) => one)
      .sort(firstDue),
  };
}
