import type { FormSheet } from '../../shared/forms/form-look.ts';
import type { SheetFilling } from '../../shared/workbook/fill/fill-form.ts';

/** What the form worker is asked: how a blank form looks, or the form filled. */
export type FormJob =
  | { readonly kind: 'look'; readonly bytes: Uint8Array }
  | { readonly kind: 'fill'; readonly bytes: Uint8Array; readonly fillings: readonly SheetFilling[] };

/** A form filled, and how the very file looks that will be saved. */
export type FilledLook = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sheets: readonly FormSheet[];
  readonly protectedSheets: readonly string[];
};
