import { expect, test } from 'vitest';
import { SearchIndex } from '../../../../renderer/store/query/search-index.ts';
import { StoreCore } from '../../../../renderer/store/store-core.ts';
import { readInitials } from '../../../../shared/kit/pinyin-initials.ts';
import { pinyinCache, searchTextMaker, searchTextOfName, wordTest } from '../../../../shared/kit/search-text.ts';
import type { LedgerRecord, Values } from '../../../../shared/kit/values.ts';
import { fc } from '../../../properties.ts';
import { application, department } from '../../../shared/history/sample-ledgers.ts';
import { Desk } from '../support.ts';

const cache = pinyinCache(readInitials);
const textOf = searchTextMaker(application, cache);

/** What asking every record word by word finds, its applicant's name included. */
function plainly(core: StoreCore, words: readonly string[]): readonly string[] {
  const holds = ({ values, ...record }: LedgerRecord, word: string) => {
    const applicant = core.state.table(department.id).records.get(String(values.applicant));
    const name = searchTextOfName(String(applicant?.values.name ?? ''), cache);
    return wordTest(word)(textOf({ ...record, values })) || wordTest(word)(name);
  };
  const records = [...core.state.table(application.id).records.values()];
  return records.filter((record) => words.every((word) => holds(record, word))).map(({ id }) => id);
}

function put(core: StoreCore, ledger: string, id: string, values: Values): void {
  core.state.apply({ kind: 'create', ledger, id, rev: '', values }, 'a/1/1');
  core.state.finishBatch({ chain: 'a', sequence: 1, lamport: 1, ledgers: [ledger] }, '');
}

const name = fc.constantFrom('文艺活动', '文艺汇演', '安全巡查', 'A栋巡查', '住建');
const values = fc.record({ name, applicant: fc.constantFrom(undefined, 'd1', 'd2') });
/** One that grows and shrinks as it is typed, and others. */
const words = fc.constantFrom(
  ['文'],
  ['文艺'],
  ['文艺活'],
  ['w'],
  ['wy'],
  ['xc'],
  ['a'],
  ['住'],
  ['住建'],
  ['文', '建'],
);
const step = fc.oneof(
  fc.record({ words }),
  fc.record({ id: fc.constantFrom('a', 'b', 'c'), values }),
  fc.record({ named: name }),
);

test('a search finds what asking every record finds, however words and records change in between', async () => {
  const parts = new Desk().parts();
  await fc.assert(
    fc.asyncProperty(fc.array(values, { maxLength: 6 }), fc.array(step, { maxLength: 12 }), async (all, steps) => {
      const core = new StoreCore(parts);
      const search = new SearchIndex(core);
      put(core, department.id, 'd1', { name: '区住建局' });
      for (const [place, one] of all.entries()) put(core, application.id, `r${place}`, one);
      for (const one of steps) {
        if ('id' in one) put(core, application.id, one.id, one.values);
        else if ('named' in one) put(core, department.id, 'd2', { name: one.named });
        else {
          const found = await search.holding(application, one.words);
          expect(found?.map(({ id }) => id)).toEqual(plainly(core, one.words));
        }
      }
    }),
  );
});
