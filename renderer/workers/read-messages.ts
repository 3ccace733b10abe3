/** What the reading worker is asked: bytes and port are handed over, not copied. */
export type ReadRequest = { readonly bytes: ArrayBuffer; readonly name: string; readonly port: MessagePort };

/** What it says to the page; the workbook itself goes through the port. */
export type ReadAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: string; readonly message: string };
