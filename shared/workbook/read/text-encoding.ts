/**
 * UTF-16 without a mark, as some exports write it: NULs, all in the odd or all in the even bytes (the high halves of
 * digits, separators and line ends), and throughout nothing but characters of text.
 */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const first = bytes.indexOf(0);
  if (first < 0 || bytes.length % 2 !== 0) return undefined;
  const label = first % 2 === 1 ? 'utf-16le' : 'utf-16be';
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what no text holds
    return /[\u0000-\u0008\u000e-\u0019\u001b-\u001f\ufffe\uffff]/.test(text) ? undefined : label;
  } catch {
    return undefined;
  }
}

/** Which UTF-16 the bytes are, by their mark or without one; undefined where they are none. */
export function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return utf16WithoutMark(bytes);
}

/**
 * Text as its bytes mean it: UTF-16 by its mark or its pattern, else UTF-8, else GB 18030, decided on the whole file,
 * since a long file may well begin with nothing but ASCII.
 */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = utf16Label(bytes);
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
