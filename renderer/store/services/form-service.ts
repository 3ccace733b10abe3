import type { FormBinding } from '../../../shared/forms/form-binding.ts';
import type { FormSheet } from '../../../shared/forms/form-look.ts';
import { type FillingPlan, planFillingInSlices } from '../../../shared/forms/plan-filling.ts';
import { type ProposedBinding, proposeBinding } from '../../../shared/forms/propose-binding.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import type { Period } from '../../../shared/kit/period.ts';
import { rowsWords, type TakeOut } from '../export/taking-out.ts';
import { inSlices } from '../slices.ts';

/** What forms need of the store. */
export type FormTarget = {
  readonly ledgers: readonly Ledger[];
  readonly ledgerById: (id: string) => Ledger | undefined;
  readonly context: () => LedgerContext;
  readonly office: () => string;
  readonly takeOut: TakeOut;
};

export type FormService = {
  /** What goes where in a form just chosen. */
  readonly proposeForm: (sheets: readonly FormSheet[]) => ProposedBinding;
  /**
   * What would be put into which cell for a period, counted from the records as they stand. Lists of records are handed
   * over whole, so the log says so first, under the form's title.
   */
  readonly planForm: (
    title: string,
    binding: FormBinding,
    sheets: readonly FormSheet[],
    period: Period,
  ) => Promise<FillingPlan>;
};

/** Superiors' forms, read and counted beside the records. Spread into what the store worker exposes. */
export const formService = ({ ledgers, ledgerById, context, office, takeOut }: FormTarget): FormService => ({
  proposeForm: (sheets) => proposeBinding(sheets, ledgers, context()),
  planForm: async (title, binding, sheets, period) => {
    const request = { context: context(), ledgerById, period, office: office() };
    const plan = await inSlices(planFillingInSlices(binding, sheets, request));
    const lists = plan.lists.flatMap(({ ledger, rows }) => {
      const found = ledgerById(ledger);
      const records = rows.flatMap(({ id }) => request.context.record(ledger, id) ?? []);
      return found ? [rowsWords(found, records)] : [];
    });
    if (lists.length > 0) {
      await takeOut(`填报名单“${title}”（${period.label}）：${lists.join('；')}`, { once: true });
    }
    return plan;
  },
});
