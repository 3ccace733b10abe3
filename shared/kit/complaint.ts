/**
 * What is wrong with a value, a record, a row of a sheet or an act. Errors refuse; warnings are shown and kept.
 * The message is Chinese and says what happened and what to do; `code` is stable and never shown alone.
 */
export type Complaint = {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  /** The field it stands beside; absent when it concerns the whole record. */
  readonly field?: string;
  /** Where the rule comes from, e.g. 统计法(2024) 第十七条. */
  readonly basis?: string;
};

export const error = (code: string, message: string, field?: string, basis?: string): Complaint => ({
  severity: 'error',
  code,
  message,
  ...(field === undefined ? {} : { field }),
  ...(basis === undefined ? {} : { basis }),
});

export const warning = (code: string, message: string, field?: string, basis?: string): Complaint => ({
  ...error(code, message, field, basis),
  severity: 'warning',
});

/** Those that refuse. */
export const errorsOf = (complaints: readonly Complaint[]): readonly Complaint[] =>
  complaints.filter(({ severity }) => severity === 'error');

export const hasError = (complaints: readonly Complaint[]): boolean =>
  complaints.some((complaint) => complaint.severity === 'error');

/** An error with a code and a Chinese message: what happened, what is safe, what to do next. Crosses ports as data. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
