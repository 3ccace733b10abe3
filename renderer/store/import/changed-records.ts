import type { FieldsChangedHere } from '../../../shared/history/changed-here.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';
import type { ImportPlan } from '../../../shared/workbook/import/plan.ts';

/** Which fields of records were changed by hand since an import last wrote them; other records are absent. */
export type AskLog = (ledgerId: string, ids: readonly string[]) => Promise<ReadonlyMap<string, FieldsChangedHere>>;

type Known = Pick<LedgerRecord, 'id' | 'rev'>;

const keyOf = ({ id, rev }: Known): string => `${rev} ${id}`;

/** What the log says of the records a file met, asked once a record and rev. */
export class ChangedRecords {
  readonly #known = new Map<string, FieldsChangedHere>();

  constructor(private readonly ask: AskLog) {}

  readonly of = (record: Known): FieldsChangedHere | undefined => this.#known.get(keyOf(record));

  /** Asks for the records from which the plan differs; answers whether anything new was learned that changes it. */
  async learn({ ledger, rows }: ImportPlan): Promise<boolean> {
    const unknown = rows.flatMap(({ existing, differences }) =>
      existing !== undefined && differences.length > 0 && !this.#known.has(keyOf(existing)) ? [existing] : [],
    );
    if (unknown.length === 0) return false;
    const found = await this.ask(
      ledger,
      unknown.map(({ id }) => id),
    );
    for (const record of unknown) this.#known.set(keyOf(record), found.get(record.id) ?? new Map());
    return [...found.values()].some((fields) => fields.size > 0);
  }
}
