import type { Rev, Value, Values } from '../kit/values.ts';

/** What an update did to one field. A blank side is absent. */
export type FieldChange = { readonly before?: Value; readonly after?: Value };

/** Child rows change one by one; `at` is the row's place, so that undo puts it back where it stood. */
export type ChildChange =
  | { readonly kind: 'create'; readonly id: string; readonly at: number; readonly values: Values }
  | { readonly kind: 'update'; readonly id: string; readonly fields: { readonly [fieldId: string]: FieldChange } }
  | { readonly kind: 'delete'; readonly id: string; readonly at: number; readonly values: Values };

/** One record's change in a batch. `rev` is the record's previous rev, '' for a record never seen before. */
export type Change =
  | {
      readonly kind: 'create';
      readonly ledger: string;
      readonly id: string;
      readonly rev: Rev;
      readonly values: Values;
    }
  | {
      readonly kind: 'update';
      readonly ledger: string;
      readonly id: string;
      readonly rev: Rev;
      readonly fields: { readonly [fieldId: string]: FieldChange };
      readonly children: { readonly [fieldId: string]: readonly ChildChange[] };
    }
  | {
      readonly kind: 'delete';
      readonly ledger: string;
      readonly id: string;
      readonly rev: Rev;
      readonly values: Values;
    };

/**
 * Why a batch was written. Only `transition`, `correction` and `opening` may touch state and decision fields;
 * `undo` and `restore` put back what the log holds.
 */
export type ReasonKind =
  | 'setup'
  | 'create'
  | 'edit'
  | 'delete'
  | 'restore'
  | 'import'
  | 'opening'
  | 'transition'
  | 'correction'
  | 'undo';

/** Chinese words for the timeline, with the batch an undo takes back, the transition that was taken or, for an
 * import, the content hash of its file. */
export type Reason = { readonly kind: ReasonKind; readonly text: string; readonly of?: string };
