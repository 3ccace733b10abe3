import type { FieldSpec } from '../kit/fields.ts';
import type { LedgerRecord } from '../kit/values.ts';

/** An office whose records may lie here: by the id of its own unit, which every PC of the office shares. */
export type Office = { readonly id: string; readonly name: string };

/** Whose records lists, reports and figures show: this office's, everybody's, or those of the office with this id. */
export type OfficeView = string;
export const OWN_RECORDS: OfficeView = 'own';
export const ALL_RECORDS: OfficeView = 'all';

/** Whether a record belongs to what is in view. */
export const isInView = (view: OfficeView, { office }: Pick<LedgerRecord, 'office'>): boolean =>
  view === ALL_RECORDS || office === (view === OWN_RECORDS ? undefined : view);

/** The column that names the office of each row, where rows of several are in view. No ledger declares it. */
export const OFFICE_FIELD = 'enteredByOffice';
export const OFFICE_SPEC: FieldSpec = { kind: 'text', label: '登记单位', width: 14 };

/** Which office writes a chain, for the chains of other offices alone: what is not named is this office's own. */
export type OfficeOfChain = ReadonlyMap<string, string>;
