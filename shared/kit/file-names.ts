// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what Windows forbids
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f]/g;

/** A name with nothing in it that Windows takes in no file name. */
export const safeFileName = (name: string): string => name.replace(FORBIDDEN, '_');

/** 20261123_0941 of a moment in local time: files named by it lie in the order of time. */
export const fileStamp = (at: string): string => at.slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '_');

/** 台账名_单位_20261123_0941.xlsx, without blanks; a part that is empty is left out. */
export function exportFileName(title: string, office: string, at: string): string {
  const plain = (text: string) => text.replace(FORBIDDEN, '').replace(/\s+/g, '');
  return `${[plain(title), plain(office), fileStamp(at)].filter((part) => part !== '').join('_')}.xlsx`;
}
