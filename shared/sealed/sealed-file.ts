import { z } from 'zod';
import { beginsWith, joinedBytes, LINE_FEED } from '../kit/bytes.ts';

/**
 * A file that leaves the PC under a passphrase: a line `SLSEAL1 <header as JSON>`, the ciphertext, the 16 bytes of its
 * tag. The header says how the key is derived and is authenticated with the rest, so nothing in the file can be changed
 * unnoticed. AES-256-GCM; the key is the first half of 64 bytes of argon2id, `check` belongs to the second half and
 * tells a wrong passphrase from a damaged file, at the price of the same derivation.
 */
const MARK = 'SLSEAL';
const VERSION = 1;
/** Longer first lines are no header's. */
const LONGEST_HEADER = 1000;

const TAG_BYTES = 16;

const base64 = (bytes: number) => z.base64().length(Math.ceil(bytes / 3) * 4);

const sealHeader = z.strictObject({
  kdf: z.literal('argon2id'),
  // A file from outside must not make this PC compute for an hour or fill its memory.
  memoryKib: z.int().min(8192).max(262_144),
  passes: z.int().min(1).max(4),
  lanes: z.int().min(1).max(16),
  salt: base64(16),
  cipher: z.literal('aes-256-gcm'),
  nonce: base64(12),
  check: base64(16),
  /** The name of what is inside, its ending included. */
  name: z.string().min(1).max(200),
});

export type SealHeader = z.infer<typeof sealHeader>;

/** The header's line without its break: what the tag covers beside the ciphertext. */
export const sealLine = ({ kdf, memoryKib, passes, lanes, salt, cipher, nonce, check, name }: SealHeader): Uint8Array =>
  new TextEncoder().encode(
    `${MARK}${VERSION} ${JSON.stringify({ kdf, memoryKib, passes, lanes, salt, cipher, nonce, check, name })}`,
  );

/** A sealed file taken apart, nothing of it opened yet. */
export type SealedFile = {
  readonly header: SealHeader;
  readonly line: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly tag: Uint8Array;
};

const firstLine = (file: Uint8Array): string => {
  const end = file.subarray(0, LONGEST_HEADER).indexOf(LINE_FEED);
  return end < 0 ? '' : new TextDecoder().decode(file.subarray(0, end));
};

/** Whether a file is sealed, by this or a later version of the program. */
export const isSealed = (file: Uint8Array): boolean => beginsWith(file, MARK);

/** Takes a file apart; or says what it is instead. */
export function readSealed(file: Uint8Array): SealedFile | 'foreign' | 'newer' | 'damaged' {
  if (!isSealed(file)) return 'foreign';
  const line = firstLine(file);
  const [, version, json] = new RegExp(`^${MARK}(\\d+) (.*)$`).exec(line) ?? [];
  if (version !== undefined && Number(version) > VERSION) return 'newer';
  const header = parsed(json ?? '');
  const body = file.subarray(new TextEncoder().encode(line).length + 1);
  if (header === undefined || body.length < TAG_BYTES) return 'damaged';
  const written = file.subarray(0, file.length - body.length - 1);
  return { header, line: written, ciphertext: body.subarray(0, -TAG_BYTES), tag: body.subarray(-TAG_BYTES) };
}

function parsed(json: string): SealHeader | undefined {
  try {
    return sealHeader.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/** The whole file. */
export function joinSealed(line: Uint8Array, ciphertext: Uint8Array, tag: Uint8Array): Uint8Array<ArrayBuffer> {
  return joinedBytes([line, Uint8Array.of(LINE_FEED), ciphertext, tag]);
}
