import { makeExample } from '../../shared/example/make-example.ts';
import type { Reason } from '../../shared/history/change.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import type { Ledger } from '../../shared/kit/ledger.ts';
import type { Day } from '../../shared/kit/values.ts';
import type { LedgerDatabase } from './database.ts';
import type { Draft, Outcome } from './store-api.ts';

/** What filling the example office needs of the store. */
export type ExampleTarget = {
  /** Undefined until the store is open. */
  readonly database: () => LedgerDatabase | undefined;
  readonly ledgers: readonly Ledger[];
  readonly today: () => Day;
  readonly write: (drafts: readonly Draft[], reason: Reason) => Promise<Outcome>;
};

export type ExampleService = {
  /** The day it was made; undefined for an empty database, and for one whose making was broken off. */
  readonly exampleMadeOn: () => Promise<Day | undefined>;
  /** Fills the empty database with the example office. */
  readonly makeExample: () => Promise<void>;
};

/** Fills the example office by the same drafts and batches a clerk writes, so that its log verifies like any other. */
export function exampleService(target: ExampleTarget): ExampleService {
  return {
    exampleMadeOn: async () => target.database()?.exampleMadeOn(),
    makeExample: async () => {
      const today = target.today();
      for (const { text, drafts } of makeExample(target.ledgers, today)) {
        // Cases come in as they stood: their states and decisions were not taken in this program.
        const outcome = await target.write(drafts, { kind: 'opening', text });
        if (!outcome.ok) {
          const [first] = outcome.complaints;
          throw new LedgerError(
            'example/refused',
            `示例数据没有生成完（${first?.message ?? text}）。本单位的数据不受影响。`,
          );
        }
      }
      await target.database()?.meta.put({ key: 'example', value: today });
    },
  };
}
