import type { Complaint } from '../../../shared/kit/complaint.ts';
import { controlId } from './control-id.ts';

/** Brings a field into view and puts the cursor in it; false where the form has no such field. */
export function goToField(path: string): boolean {
  const control = document.getElementById(controlId(path));
  control?.scrollIntoView({ block: 'center' });
  control?.focus();
  return control !== null;
}

/** Shows the first field something is said about, so that a refusal is not out of sight. */
export function goToFirst(complaints: readonly Pick<Complaint, 'field'>[]): void {
  complaints.some(({ field }) => field !== undefined && goToField(field));
}

/** Puts the cursor in the first field of a panel: by Tab alone the way there leads past every button of the table's head. */
export function goInto(panel: HTMLElement | null | undefined): void {
  panel?.querySelector<HTMLElement>('input:not([type=hidden]), textarea')?.focus();
}
