/** Address of a ledger's own page. */
export const ledgerLink = (ledger: string): string =>
  ledger === 'application' ? '/review' : ledger === 'catalogueItem' ? '/catalogue' : `/ledger/${ledger}`;

/** Address of the page that shows one record beside its list. */
export const recordLink = (ledger: string, id: string): string =>
  ledger === 'application' ? `/review/view/all/${id}` : `/ledger/${ledger}/${id}`;

/** Address of one paper of a record. */
export const documentLink = (ledger: string, id: string, template: string): string =>
  `/document/${ledger}/${id}/${template}`;

/** Address of the empty form of a ledger, filled from a record of another, or from one row of it: 转督办. */
export const successorLink = (ledger: string, source: string, id: string, row?: string): string =>
  `/ledger/${ledger}/from/${source}/${id}${row === undefined ? '' : `/${row}`}`;
