import type { Value } from './values.ts';

/** Which rows of a ledger, in which order. Filters are ANDed; `search` looks in the search text. */
export type Query = {
  readonly ledger: string;
  readonly filters?: readonly Filter[];
  readonly search?: string;
  readonly sort?: Sort;
  readonly sums?: readonly string[];
};

export type Sort = { readonly field: string; readonly descending: boolean };

export type Filter =
  | { readonly field: string; readonly is: readonly Value[] }
  | { readonly field: string; readonly from?: Value; readonly to?: Value }
  | { readonly field: string; readonly contains: string }
  | { readonly field: string; readonly blank: boolean };
