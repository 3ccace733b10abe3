/**
 * Thrown inside the fast path where it meets something it does not know for certain. The workbook then goes to the xlsx
 * package, which is slower and knows more: a guess is never an answer.
 */
export class UnknownShape extends Error {
  override readonly name = 'UnknownShape';
}
