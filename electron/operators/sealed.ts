import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DesktopApi } from '../../shared/desktop-api.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import { joinSealed, readSealed, type SealHeader, sealLine } from '../../shared/sealed/sealed-file.ts';
import { derive, STRENGTH, type Strength } from './argon2.ts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const CHECK_BYTES = 16;

const FAULTS = {
  foreign: ['sealed/foreign', '这不是本程序加密的文件，没有读取任何内容。请确认选对了文件。'],
  newer: ['sealed/newer', '程序版本过旧：这个文件是更新版本的程序加密的。没有读取任何内容，请先更新程序。'],
  damaged: ['sealed/damaged', '这个加密文件已损坏、不完整或被改动，没有读取任何内容。请重新取得一份。'],
  wrong: [
    'sealed/wrong-passphrase',
    '口令不对，没有读取任何内容。请核对大小写和中英文后再输，这个口令只有加密的人知道。',
  ],
} as const satisfies { readonly [fault: string]: readonly [code: string, message: string] };

const refusal = (fault: keyof typeof FAULTS): LedgerError => {
  const [code, message] = FAULTS[fault];
  return new LedgerError(code, message);
};

/** The key, and what tells a wrong passphrase. */
const keyOf = async (passphrase: string, salt: Uint8Array, strength: Strength) => {
  const derived = await derive(passphrase, salt, strength, 2 * KEY_BYTES);
  const check = createHash('sha256').update(derived.subarray(KEY_BYTES)).digest().subarray(0, CHECK_BYTES);
  return { key: derived.subarray(0, KEY_BYTES), check };
};

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');

type Sealed = Pick<DesktopApi['sealed'], 'seal' | 'unseal'>;

/** Seals what leaves the PC, and opens it again. `random` and `chosen` are the test vector's affair. */
export const createSealed = (random = randomBytes, chosen: Strength = STRENGTH): Sealed => ({
  seal: async (name, bytes, passphrase) => {
    const [salt, nonce] = [random(16), random(12)];
    const { key, check } = await keyOf(passphrase, salt, chosen);
    const header: SealHeader = {
      kdf: 'argon2id',
      ...chosen,
      salt: base64(salt),
      cipher: CIPHER,
      nonce: base64(nonce),
      check: base64(check),
      name,
    };
    const line = sealLine(header);
    const cipher = createCipheriv(CIPHER, key, nonce).setAAD(line);
    const ciphertext = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return joinSealed(line, ciphertext, cipher.getAuthTag());
  },
  unseal: async (file, passphrase) => {
    const sealed = readSealed(file);
    if (typeof sealed === 'string') throw refusal(sealed);
    const { header, line, ciphertext, tag } = sealed;
    const { memoryKib, passes, lanes } = header;
    const { key, check } = await keyOf(passphrase, bytesOf(header.salt), { memoryKib, passes, lanes });
    if (!timingSafeEqual(check, bytesOf(header.check))) throw refusal('wrong');
    const decipher = createDecipheriv(CIPHER, key, bytesOf(header.nonce)).setAAD(line).setAuthTag(tag);
    try {
      const bytes = Buffer.concat([decipher.update(ciphertext), decipher.final()]);
      return { name: header.name, bytes: new Uint8Array(bytes).buffer };
    } catch {
      throw refusal('damaged');
    }
  },
});
