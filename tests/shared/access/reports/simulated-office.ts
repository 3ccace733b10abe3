import { addDays } from '../../../../shared/kit/day.ts';
import { offersOf } from '../../../../shared/kit/take-transition.ts';
import type { LedgerRecord, Values } from '../../../../shared/kit/values.ts';
import { application } from '../../../../shared/ledgers/application.ts';
import { APPROVAL, COMPLETE, edited, reviewContext, tryAct } from '../review/review-support.ts';

/** The same numbers for the same seed, in [0, 1): a 32-bit linear congruential sequence. */
function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

type Chance = () => number;

const pick = <T>(chance: Chance, list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];

const KINDS: readonly Values[] = [
  { listMatch: '清单外长期', term: '长期' },
  { listMatch: '清单内', listItem: 'qd-open', term: '长期' },
  { listMatch: '清单外临时', term: '阶段性临时' },
  { listMatch: '突发紧急', term: '突发紧急' },
];

/** What a clerk would enter, whatever act comes. */
function entered(transition: string, on: string, chance: Chance): Values {
  const decision = { ...APPROVAL, validFrom: on, validTo: addDays(on, 300), reason: '理由' };
  const forms: { readonly [transition: string]: Values } = {
    askSupplement: { papers: '预算' },
    recordOpinion: { org: pick(chance, ['chenguang', 'donghu']) ?? 'donghu', result: '同意' },
    forward: { content: '同意' },
    refuse: { content: '不同意' },
    sendBack: { content: '退回' },
    decide: { ...decision, result: pick(chance, ['准予', '准予', '准予', '不予', '暂缓']) ?? '准予' },
    decideRenewal: { ...decision, result: pick(chance, ['准予', '不予']) ?? '准予' },
    publish: { channels: ['文件'] },
    signAgreement: { agreementNo: '1', partyA: '甲', partyB: '乙', scope: '事', fundClause: '款' },
    startFirst: { actualStart: on },
    suspend: { content: '整改' },
    goOn: { conclusion: '继续' },
    exit: { reason: '任务完成' },
    withdraw: { docNo: '函' },
    archive: { archiveList: '全部' },
    correct: { subject: '文号', reason: '误', docNo: '更1' },
  };
  return forms[transition] ?? {};
}

/** Acts that end a case are taken now and then, so that most cases live long enough to matter. */
const RARE: ReadonlySet<string> = new Set(['withdraw', 'exit', 'refuse', 'sendBack', 'archive', 'correct', 'lapse']);

/** One case walked by chance from its receipt to the last day, every act through the real rules. */
function simulatedCase(id: string, first: string, last: string, chance: Chance): LedgerRecord {
  const received = addDays(first, Math.floor(chance() * 700));
  let record: LedgerRecord = {
    id,
    rev: 'a/1/1',
    values: {
      ...COMPLETE,
      ...pick(chance, KINDS),
      itemName: id,
      applicant: `d${Math.floor(chance() * 6)}`,
      inDate: received,
      noFundsReason: '不需要',
      emergencyStoppedOn: last,
      evaluations: [{ id: 'e1', evaluatedOn: received, satisfied: 3, dissatisfied: 1 }],
    },
  };
  let day = received;
  while (day <= last) {
    const context = reviewContext(day);
    const offers = offersOf(application, record, context).filter(
      ({ transition }) => !RARE.has(transition) || chance() < 0.06,
    );
    const offer = pick(chance, offers);
    if (offer) {
      const values = entered(offer.transition, day, chance);
      const taken = tryAct(record, [offer.transition, day, values, '李主任'], context);
      if ('patch' in taken) record = edited(record, taken.patch);
    }
    // Half the acts follow on the same day, others after up to a month.
    day = chance() < 0.4 ? day : addDays(day, 1 + Math.floor(chance() * 30));
  }
  return record;
}

/** An office's cases over the days from `first` to `last`, the same for the same seed. */
export function simulatedCases(count: number, first: string, last: string, seed: number): readonly LedgerRecord[] {
  const chance = sequence(seed);
  return Array.from({ length: count }, (_, place) => simulatedCase(`N${place + 1}`, first, last, chance));
}
