import type { FormBinding } from '../../../shared/forms/form-binding.ts';
import type { FormSheet } from '../../../shared/forms/form-look.ts';
import type { ProposedBinding } from '../../../shared/forms/propose-binding.ts';
import { openedFile } from '../../desktop/browser-files.ts';
import { desktop } from '../../desktop/desktop.ts';
import type { RemoteForms } from '../../store/store-client.ts';
import { lookAtForm } from '../../workers/form-client.ts';
import type { FormRecord } from './form-record.ts';

/** A blank form being bound: its file, its sheets, and what the program proposes for them. */
export type OpenedForm = {
  /** `hash` is known once the file was kept. */
  readonly file: { readonly name: string; readonly hash?: string; readonly size: number };
  readonly bytes: Uint8Array;
  readonly sheets: readonly FormSheet[];
  readonly proposed: ProposedBinding;
};

/** The same where it stands for a form that is registered already. */
export type EditedForm = OpenedForm & {
  readonly record?: FormRecord;
  /** The binding as it was saved; absent where it no longer fits. */
  readonly binding?: FormBinding;
  /** What is different from the form the binding was made for. */
  readonly changes?: readonly string[];
};

/**
 * Lets the clerk choose a blank form, keeps nothing yet. Undefined when they cancel.
 * @throws LedgerError form/… where the file cannot be filled
 */
export async function chooseForm(forms: RemoteForms): Promise<OpenedForm | undefined> {
  const [chosen] = await desktop().files.open('workbook');
  if (chosen === undefined) return undefined;
  const { name, bytes: read } = openedFile(chosen);
  const bytes = new Uint8Array(read);
  const sheets = await lookAtForm(name, bytes);
  const proposed = await forms.proposeForm(sheets);
  return { file: { name, size: bytes.length }, bytes, sheets, proposed };
}

/** 上级表样-12345办理情况通报表.xlsx is 12345办理情况通报表. */
export const titleOfFile = (name: string): string =>
  name
    .replace(/\.[^.]+$/, '')
    .replace(/^(上级)?(表样|模板|空表|附件\d*)[-—_：:、 ]*/, '')
    .slice(0, 60);
