/** What the reading worker is asked: bytes and port are handed over, not copied. The workbook goes through the port. */
export type ReadRequest = { readonly bytes: ArrayBuffer; readonly name: string; readonly port: MessagePort };
