/** How long a text is to its reader: code points, so that 𫖯 counts as one character. */
export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
