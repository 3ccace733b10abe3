import { type Complaint, errorsOf, hasError } from '../../../shared/kit/complaint.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { RecordForm } from '../record-form/use-record-form.ts';

/** Why the form was not saved, for the line beside 保存: what stands beside no field, or where to look. */
export function refusalWords(ledger: Ledger, form: RecordForm, complaints: readonly Complaint[]): string | undefined {
  if (form.unread.size > 0) return `有 ${form.unread.size} 栏填写的内容读不懂，请按栏下的说明改正后再保存。`;
  if (!hasError(complaints)) return undefined;
  const errors = errorsOf(complaints);
  const atFields = errors.filter(({ field }) => field !== undefined && field in ledger.fields);
  const others = errors.filter((complaint) => !atFields.includes(complaint)).map(({ message }) => message);
  if (others.length > 0) return others.join(' ');
  const [first] = atFields;
  return atFields.length === 1 && first ? first.message : `没有保存：有 ${atFields.length} 处要改，见各栏下的说明。`;
}
