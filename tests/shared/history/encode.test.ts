import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Change } from '../../../shared/history/change.ts';
import { type BatchFrame, decodeEntry, encodeBatch } from '../../../shared/history/encode.ts';
import { fc } from '../../properties.ts';

const FRAME: BatchFrame = {
  chain: 'A',
  sequence: 7,
  lamport: 9,
  previous: 'ab'.repeat(32),
  operator: '王芳',
  at: '2026-01-05T09:41:07+08:00',
  reason: { kind: 'import', text: '导入 九月.xlsx', of: 'cd'.repeat(32) },
  versions: { department: 3 },
};

const sha256 = (...pieces: (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
};

/** The frozen format, word by word, as plainly as it can be written. */
function written(changes: readonly Change[], salt: (place: number) => string) {
  const parts = Array.from({ length: Math.ceil(changes.length / 1000) }, (_, part) =>
    changes.slice(part * 1000, part * 1000 + 1000),
  );
  const closing = { parts: parts.length, changes: changes.length };
  const ledgers = changes.length > 0 ? ['department'] : [];
  let previous = FRAME.previous;
  let place = 0;
  return [...parts, []].map((part, number) => {
    const header = JSON.stringify({
      format: 1,
      chain: 'A',
      sequence: 7,
      part: number,
      lamport: 9,
      previous,
      operator: '王芳',
      at: FRAME.at,
      reason: FRAME.reason,
      ledgers,
      versions: changes.length > 0 ? { department: 3 } : {},
      changes: part.length,
      ...(number === parts.length ? { closing } : {}),
    });
    const digests: Buffer[] = [];
    const lines = part.map((change) => {
      const json = JSON.stringify(change);
      digests.push(sha256(salt(place), json));
      place += 1;
      return `{"salt":"${salt(place - 1)}","change":${json}}\n`;
    });
    previous = sha256(header, ...digests).toString('hex');
    return { hash: previous, text: `${header}\n${lines.join('')}` };
  });
}

const saltOf = (place: number): string => place.toString(16).padStart(32, '0');

test('whatever is written and however much, each entry is to the byte what the format says', () => {
  const name = fc.string({ unit: fc.oneof(fc.constantFrom('\n', '"', '\\', '甲', '𠮷', '\ud800', '\u2028', 'a')) });
  fc.assert(
    fc.property(fc.nat(2300), fc.array(name, { minLength: 1, maxLength: 40 }), (count, names) => {
      const changes = Array.from({ length: count }, (_, at): Change => {
        const values = { amount: at, name: names[at % names.length] ?? '' };
        return { kind: 'create', ledger: 'department', id: `d${at}`, rev: '', values };
      });
      let drawn = 0;
      const salts = () => {
        drawn += 1;
        return saltOf(drawn - 1);
      };
      const entries = encodeBatch({ frame: FRAME, changes, salts });
      const texts = entries.map(({ hash, bytes }) => ({ hash, text: new TextDecoder().decode(bytes) }));
      expect(texts).toEqual(written(changes, saltOf));
      const read = entries.map(({ bytes }) => decodeEntry(bytes));
      expect(read.map(({ hash }) => hash)).toEqual(entries.map(({ hash }) => hash));
    }),
    {
      numRuns: 25,
      examples: [
        [0, ['甲']],
        [100, ['乙']],
        [1001, ['丙']],
      ],
    },
  );
});
