import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';
import {
  type CaseFigure,
  figuresOf,
  type LedgerFigures,
  recordsBehind,
} from '../../../shared/workbench/month-figures.ts';
import { type DueCase, dueCase, type RadarChoice, radar } from '../../../shared/workbench/radar.ts';
import { type Reminder, standingReminders, urgingReminders } from '../../../shared/workbench/reminders.ts';
import { type WaitingGroup, waitingIn } from '../../../shared/workbench/waiting-cases.ts';
import { Pace } from '../slices.ts';
import type { RadarView, WorkbenchApi } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';
import { openRecords } from './open-records.ts';

/** Answers 工作台 from memory; what was worked out is kept until records, day, hour or operator change. */
export class Workbench implements WorkbenchApi {
  readonly #core: StoreCore;
  #due: { readonly stamp: string; readonly cases: readonly DueCase[] } | undefined;
  #reminders: { readonly stamp: string; readonly reminders: readonly Reminder[] } | undefined;
  #figures: { readonly stamp: string; readonly figures: readonly LedgerFigures[] } | undefined;

  constructor(core: StoreCore) {
    this.#core = core;
  }

  readonly radar = async (choice: RadarChoice, limit: number): Promise<RadarView> => {
    const { cases, ...counts } = radar(await this.#running(), choice, this.#core.today);
    return { ...counts, total: cases.length, cases: cases.slice(0, limit) };
  };

  readonly waiting = async (): Promise<readonly WaitingGroup[]> => {
    const { state, today } = this.#core;
    return [...state.ledgers].flatMap((ledger) => waitingIn(ledger, this.#seen(ledger), today));
  };

  readonly reminders = async (): Promise<readonly Reminder[]> => {
    const stamp = this.#core.stamp();
    if (this.#reminders?.stamp === stamp) return this.#reminders.reminders;
    const reminders = [...urgingReminders(await this.#urgings()), ...standingReminders(this.#core.contextInView())];
    this.#reminders = { stamp, reminders };
    return reminders;
  };

  readonly figures = async (): Promise<readonly LedgerFigures[]> => {
    const stamp = this.#core.stamp();
    if (this.#figures?.stamp === stamp) return this.#figures.figures;
    const pace = new Pace();
    const figures: LedgerFigures[] = [];
    for (const ledger of this.#core.state.ledgers) {
      const records = ledger.numbering ? this.#seen(ledger) : [];
      if (records.length > 0) figures.push(figuresOf(ledger, records, this.#core.today));
      await pace.rest();
    }
    this.#figures = { stamp, figures };
    return figures;
  };

  readonly behind = async (figure: CaseFigure): Promise<readonly string[]> => {
    const ledger = this.#core.state.ledger(figure.ledger);
    return ledger ? recordsBehind(ledger, this.#seen(ledger), figure) : [];
  };

  /** Every open case with the limit that ends first. In slices: each clock counts working days. */
  async #running(): Promise<readonly DueCase[]> {
    const context = this.#core.context();
    // Limits in hours move with the clock: what was read ten minutes ago is read anew.
    const stamp = `${this.#core.stamp()}/${context.now?.slice(0, 'yyyy-mm-ddThh:m'.length) ?? ''}`;
    if (this.#due?.stamp === stamp) return this.#due.cases;
    const pace = new Pace();
    const cases: DueCase[] = [];
    for (const ledger of this.#core.state.ledgers) {
      for (const record of openRecords(this.#core, ledger)) {
        const found = dueCase(ledger, record, context);
        if (found) cases.push(found);
        if (pace.isDue) await pace.rest();
      }
    }
    this.#due = { stamp, cases };
    return cases;
  }

  /** What the list of demands says under 催办提示. In slices: each reading counts working days. */
  async #urgings(): Promise<readonly string[]> {
    const ledger = this.#core.state.ledger('demand');
    const context = this.#core.context();
    const pace = new Pace();
    const urgings: string[] = [];
    for (const record of ledger ? openRecords(this.#core, ledger) : []) {
      const urging = ledger?.derived?.compute(record, context).urging;
      if (typeof urging === 'string') urgings.push(urging);
      if (pace.isDue) await pace.rest();
    }
    return urgings;
  }

  #seen(ledger: Ledger): readonly LedgerRecord[] {
    return this.#core.inView(this.#core.seen(ledger));
  }
}
