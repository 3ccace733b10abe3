import { makeExample } from '../../../shared/example/make-example.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import type { Day } from '../../../shared/kit/values.ts';
import type { LedgerDatabase } from '../database.ts';
import { actInExample, type ExampleOffice } from './example-acts.ts';

/** What filling the example office needs of the store. */
export type ExampleTarget = ExampleOffice & {
  /** Undefined until the store is open. */
  readonly database: () => LedgerDatabase | undefined;
};

export type ExampleService = {
  /** The day it was made; undefined for an empty database, and for one whose making was broken off. */
  readonly exampleMadeOn: () => Promise<Day | undefined>;
  /** Fills the empty database with the example office. */
  readonly makeExample: () => Promise<void>;
};

/** Fills the example office by the same drafts and batches a clerk writes, so that its log verifies like any other. */
export function exampleService(target: ExampleTarget): ExampleService {
  const write: ExampleTarget['write'] = async (drafts, reason) => {
    const outcome = await target.write(drafts, reason);
    if (outcome.ok) return outcome;
    const [first] = outcome.complaints;
    const message = `示例数据没有生成完（${first?.message ?? reason.text}）。本单位的数据不受影响。`;
    throw new LedgerError('example/refused', message);
  };
  return {
    exampleMadeOn: async () => target.database()?.exampleMadeOn(),
    makeExample: async () => {
      const { today } = target.context();
      // Cases come in as they stood: their states and decisions were not taken in this program.
      for (const { text, drafts } of makeExample(target.ledgers, today)) await write(drafts, { kind: 'opening', text });
      await actInExample({ ...target, write });
      await target.database()?.meta.put({ key: 'example', value: today });
    },
  };
}
