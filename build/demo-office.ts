import { firstOfficeDrafts } from '../shared/access/catalogue/first-office.ts';
import { contextMaker } from '../shared/history/context.ts';
import { type Draft, planDrafts } from '../shared/history/draft.ts';
import { OfficeState } from '../shared/history/office-state.ts';
import { revOf } from '../shared/history/rev.ts';
import type { LedgerContext } from '../shared/kit/ledger-context.ts';
import type { Day, LedgerRecord, Values } from '../shared/kit/values.ts';
import { ledgers } from '../shared/ledgers/index.ts';

/** The demo's street; it exists nowhere. */
export const OFFICE = '示例区滨河街道办事处';
export const CLERK = '示例经办人';

/** The program's records in memory, written by its own drafts; the demo keeps no log of them. */
export class DemoOffice {
  today: Day;
  readonly #state = new OfficeState(ledgers);
  readonly #contextOn = contextMaker(this.#state);
  #lastId = 0;
  #sequence = 0;

  constructor(today: Day) {
    this.today = today;
  }

  readonly newId = (): string => {
    this.#lastId += 1;
    return `demo-${this.#lastId}`;
  };

  records(ledgerId: string): readonly LedgerRecord[] {
    return [...this.#state.table(ledgerId).records.values()];
  }

  context(): LedgerContext {
    return this.#contextOn(this.today, CLERK);
  }

  add(ledger: string, values: Values, id = this.newId()): LedgerRecord {
    this.write([{ kind: 'create', ledger, id, values }], 'import');
    return this.#written(ledger, id);
  }

  patch(ledger: string, id: string, patch: Values): LedgerRecord {
    const { rev } = this.#written(ledger, id);
    this.write([{ kind: 'edit', ledger, id, rev, patch }], 'transition');
    return this.#written(ledger, id);
  }

  /** @throws Error where the drafts are refused: the demo's story is then no longer true. */
  write(drafts: readonly Draft[], reason: 'setup' | 'import' | 'transition'): void {
    const { newId } = this;
    const setting = { state: this.#state, context: this.context(), reason, newId, series: '' };
    const planned = planDrafts(setting, drafts);
    if ('complaints' in planned) throw new Error(planned.complaints.map(({ message }) => message).join('；'));
    this.#sequence += 1;
    const rev = revOf({ chain: 'demo', sequence: this.#sequence, part: 0 });
    for (const change of planned.changes) this.#state.apply(change, rev);
    for (const ledger of new Set(planned.changes.map((change) => change.ledger))) {
      this.#state.table(ledger).changes += 1;
    }
  }

  #written(ledgerId: string, id: string): LedgerRecord {
    const record = this.#state.table(ledgerId).records.get(id);
    if (!record) throw new Error(`no ${ledgerId} ${id}`);
    return record;
  }
}

/** An office as first start sets it up: the tree, the departments, catalogue, calendar and parameters. */
export function openDemoOffice(today: Day): DemoOffice {
  const office = new DemoOffice(today);
  const drafts = firstOfficeDrafts(
    {
      district: { name: '示例区', code: '990101' },
      street: { name: OFFICE, shortName: '滨河街道', code: '990101001' },
      communities: ['晨光', '东湖', '康平'].map((shortName, place) => ({
        name: `${shortName}社区`,
        shortName,
        aliases: `${shortName}社区居委会`,
        code: `99010100100${place + 1}`,
      })),
      departments: [
        { name: '区住房和城乡建设局', shortName: '区住建局', level: '区' },
        { name: '市公安局示例区分局', shortName: '区公安分局', level: '区' },
        { name: '区民政局', shortName: '区民政局', level: '区' },
      ],
    },
    office.newId,
  );
  office.write(drafts, 'setup');
  return office;
}
