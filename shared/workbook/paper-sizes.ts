/** Sheets of paper forms are printed on: millimetres upright, and Excel's code (ECMA-376, 18.3.1.63 pageSetup, paperSize). */
export const PAPER_SIZES = {
  A3: { width: 297, height: 420, code: 8 },
  A4: { width: 210, height: 297, code: 9 },
  A5: { width: 148, height: 210, code: 11 },
  B4: { width: 257, height: 364, code: 12 },
  B5: { width: 182, height: 257, code: 13 },
} as const;

export type PaperSize = keyof typeof PAPER_SIZES;

const isPaperSize = (name: string): name is PaperSize => name in PAPER_SIZES;

/** The paper of Excel's code; nothing where it is one no office here prints on, as a form saved without a printer says. */
export const paperOfCode = (code: string | undefined): PaperSize | undefined =>
  Object.keys(PAPER_SIZES)
    .filter(isPaperSize)
    .find((name) => String(PAPER_SIZES[name].code) === code);
