import { describe, expect, test } from 'vitest';
import { STRENGTH } from '../../../electron/operators/argon2.ts';
import { createSealed } from '../../../electron/operators/sealed.ts';
import { readSealed, sealLine } from '../../../shared/sealed/sealed-file.ts';

const WEAK = { memoryKib: 8192, passes: 1, lanes: 1 };
const PASSPHRASE = '滨河路上有棵大槐树';
const CONTENT = new TextEncoder().encode('备份的内容');

/** Bytes that count up, so that the file is the same each time. */
const counting = (length: number) => Buffer.from(Array.from({ length }, (_, index) => index));
const sealed = createSealed(counting, WEAK);
const utf8 = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes);

describe('the test vector', () => {
  const LINE =
    'SLSEAL1 {"kdf":"argon2id","memoryKib":8192,"passes":1,"lanes":1,"salt":"AAECAwQFBgcICQoLDA0ODw==",' +
    '"cipher":"aes-256-gcm","nonce":"AAECAwQFBgcICQoL","check":"nWvkflQnQwredC7Md9ee+Q==","name":"备份.slsnap"}\n';
  const BODY = '79863fdaa0a206471a804d6471ffab301a057919d4f21cd6427496c7dffcca';

  test('is sealed byte for byte as it always was', async () => {
    const file = Buffer.from(await sealed.seal('备份.slsnap', CONTENT, PASSPHRASE));
    const end = file.indexOf(10) + 1;
    expect(file.subarray(0, end).toString()).toBe(LINE);
    expect(file.subarray(end).toString('hex')).toBe(BODY);
  });

  test('opens', async () => {
    const opened = await sealed.unseal(Buffer.concat([Buffer.from(LINE), Buffer.from(BODY, 'hex')]), PASSPHRASE);
    expect({ name: opened.name, text: utf8(opened.bytes) }).toEqual({ name: '备份.slsnap', text: '备份的内容' });
  });

  test('opens by another implementation of the cipher too', async () => {
    const file = readSealed(Buffer.concat([Buffer.from(LINE), Buffer.from(BODY, 'hex')]));
    if (typeof file === 'string') throw new Error(file);
    const { argon2id } = await import('hash-wasm');
    const derived = await argon2id({
      password: PASSPHRASE,
      salt: counting(16),
      memorySize: 8192,
      iterations: 1,
      parallelism: 1,
      hashLength: 64,
      outputType: 'binary',
    });
    const key = await crypto.subtle.importKey('raw', derived.slice(0, 32), 'AES-GCM', false, ['decrypt']);
    const text = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: counting(12), additionalData: file.line.slice() },
      key,
      Buffer.concat([file.ciphertext, file.tag]),
    );
    expect(utf8(text)).toBe('备份的内容');
  });
});

describe('what is sealed', () => {
  test.each([{ memoryKib: 262_145 }, { passes: 5 }])(
    'may not ask this PC for more work than we ever do: %o',
    (more) => {
      const header = { ...STRENGTH, kdf: 'argon2id', cipher: 'aes-256-gcm', name: 'a' } as const;
      const bytes = (length: number) => Buffer.alloc(length).toString('base64');
      const keys = { salt: bytes(16), nonce: bytes(12), check: bytes(16) };
      const file = (asked: object) =>
        Buffer.concat([sealLine({ ...header, ...keys, ...asked }), Buffer.from('\n'), Buffer.alloc(40)]);
      expect(readSealed(file({}))).toMatchObject({ header: STRENGTH });
      expect(readSealed(file(more))).toBe('damaged');
    },
  );

  test('is as hard to guess as passwords are, and never the same twice', async () => {
    const real = createSealed();
    const [one, two] = await Promise.all([real.seal('a', CONTENT, PASSPHRASE), real.seal('a', CONTENT, PASSPHRASE)]);
    expect(readSealed(one)).toMatchObject({ header: { ...STRENGTH, kdf: 'argon2id', cipher: 'aes-256-gcm' } });
    expect(Buffer.from(one).equals(two)).toBe(false);
    expect(Buffer.from(one).includes(Buffer.from(CONTENT))).toBe(false);
  });

  test('nothing at all is sealed too', async () => {
    const file = await sealed.seal('空.txt', new Uint8Array(), PASSPHRASE);
    expect((await sealed.unseal(file, PASSPHRASE)).bytes.byteLength).toBe(0);
  });
});

describe('what is refused, and by which name', () => {
  const code = (file: Uint8Array, passphrase = PASSPHRASE) =>
    sealed.unseal(file, passphrase).then(
      () => 'opened',
      (thrown) => thrown.code,
    );

  test('a wrong passphrase is told from a damaged file', async () => {
    const file = await sealed.seal('备份.slsnap', CONTENT, PASSPHRASE);
    expect(await code(file, `${PASSPHRASE} `)).toBe('sealed/wrong-passphrase');
    expect(await code(file)).toBe('opened');
  });

  test('a change of any byte is noticed', async () => {
    const file = await sealed.seal('备份.slsnap', CONTENT, PASSPHRASE);
    for (let at = 0; at < file.length; at += 5) {
      const changed = file.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect([at, await code(changed)]).not.toEqual([at, 'opened']);
    }
  }, 60_000);

  test('cut short, of a later version, of another kind', async () => {
    const file = await sealed.seal('备份.slsnap', CONTENT, PASSPHRASE);
    expect(await code(file.subarray(0, -1))).toBe('sealed/damaged');
    expect(await code(file.subarray(0, 30))).toBe('sealed/damaged');
    expect(await code(Buffer.from('SLSEAL2 {"kdf":"argon3"}\n'))).toBe('sealed/newer');
    expect(await code(Buffer.from('PK'))).toBe('sealed/foreign');
    expect(await code(new Uint8Array())).toBe('sealed/foreign');
  });

  test('a header that would keep this PC busy for an hour is not obeyed', async () => {
    const file = Buffer.from(await sealed.seal('备份.slsnap', CONTENT, PASSPHRASE));
    const heavy = Buffer.from(file.toString('latin1').replace('"passes":1', '"passes":1000'), 'latin1');
    expect(await code(heavy)).toBe('sealed/damaged');
  });
});
