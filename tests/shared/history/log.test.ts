import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { EncodedEntry, Entry } from '../../../shared/history/batch.ts';
import { verifyChain } from '../../../shared/history/chain.ts';
import type { Change } from '../../../shared/history/change.ts';
import { type BatchFrame, changeOf, decodeEntry, encodeBatch, purgeEntry } from '../../../shared/history/encode.ts';
import { OfficeState } from '../../../shared/history/office-state.ts';
import { applyBatch, batchesOf, batchFault, foldOrder } from '../../../shared/history/replay.ts';
import { planUndo } from '../../../shared/history/undo.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { sampleLedgers } from './sample-ledgers.ts';

const SALT = '0123456789abcdef0123456789abcdef';

const create = (id: string, name = '甲', more: Values = {}): Change => ({
  kind: 'create',
  ledger: 'department',
  id,
  rev: '',
  values: { ...more, name },
});

const frameOf = (more: Partial<BatchFrame> = {}): BatchFrame => ({
  chain: 'A',
  sequence: 1,
  lamport: 1,
  previous: '',
  operator: '王芳',
  at: '2026-01-05T09:41:07+08:00',
  reason: { kind: 'create', text: '登记' },
  versions: { department: 1, application: 1 },
  ...more,
});

const encoded = (changes: readonly Change[], more: Partial<BatchFrame> = {}): EncodedEntry[] =>
  encodeBatch({ frame: frameOf(more), changes, salts: () => SALT });

const decoded = (entries: readonly EncodedEntry[]): Entry[] => entries.map(({ bytes }) => decodeEntry(bytes));

const names = (state: OfficeState) => [...state.table('department').records.values()].map(({ values }) => values.name);

describe('encoding', () => {
  test('a batch of one change is one part and a closing record, and reads back as written', () => {
    const entries = encoded([create('d1')]);
    expect(entries.map(({ position }) => position.part)).toEqual([0, 1]);
    const [part, closing] = decoded(entries);
    expect(part?.sealed).toEqual([{ salt: SALT, change: create('d1') }]);
    expect(closing?.header.closing).toEqual({ parts: 1, changes: 1 });
    expect(entries.map(({ hash }) => hash)).toEqual([part?.hash, closing?.hash]);
  });

  test('the envelope is fixed to the byte: a new version must read what this one wrote', () => {
    const [part] = encoded([create('d1', '区民政局')]);
    expect(new TextDecoder().decode(part?.bytes)).toBe(
      '{"format":1,"chain":"A","sequence":1,"part":0,"lamport":1,"previous":"","operator":"王芳",' +
        '"at":"2026-01-05T09:41:07+08:00","reason":{"kind":"create","text":"登记"},"ledgers":["department"],' +
        '"versions":{"department":1},"changes":1}\n' +
        `{"salt":"${SALT}","change":{"kind":"create","ledger":"department","id":"d1","rev":"",` +
        '"values":{"name":"区民政局"}}}\n',
    );
    expect(part?.hash).toBe('66dc6c325155fc216bc22cb89a604b0fd0cdf8ba44467bc45266f77a888ffb06');
  });

  test('the hash is SHA-256 over the header line and the digests, a digest over salt and change', () => {
    const [part] = encoded([create('d1'), create('d2')]);
    const [header = '', ...lines] = new TextDecoder().decode(part?.bytes).trimEnd().split('\n');
    const sha256 = (...pieces: (string | Buffer)[]) => {
      const hash = createHash('sha256');
      for (const piece of pieces) hash.update(piece);
      return hash.digest();
    };
    const digests = lines.map((line) => sha256(SALT, line.slice(line.indexOf('{"kind"'), -1)));
    expect(part?.hash).toBe(sha256(header, ...digests).toString('hex'));
  });

  test('field order does not change the bytes', () => {
    const one = create('d1', '甲', { shortName: '乙' });
    const other: Change = {
      kind: 'create',
      ledger: 'department',
      id: 'd1',
      rev: '',
      values: { name: '甲', shortName: '乙' },
    };
    expect(encoded([one])[0]?.bytes).toEqual(encoded([other])[0]?.bytes);
  });

  test('2,500 changes go in parts of at most 1,000', () => {
    const changes = Array.from({ length: 2500 }, (_, index) => create(`d${index}`));
    const entries = decoded(encoded(changes));
    expect(entries.map(({ header }) => header.changes)).toEqual([1000, 1000, 500, 0]);
    expect(entries.at(-1)?.header.closing).toEqual({ parts: 3, changes: 2500 });
    expect(verifyChain(entries)).toEqual({ entries: 4 });
  });

  test('cut, padded or altered bytes are no entry or have another hash', () => {
    const [part] = encoded([create('d1')]);
    if (!part) throw new Error('no part');
    expect(() => decodeEntry(part.bytes.slice(0, -1))).toThrow('已损坏');
    expect(() => decodeEntry(part.bytes.slice(0, 200))).toThrow('已损坏');
    const altered = part.bytes.slice();
    altered.set(new TextEncoder().encode('乙'), Buffer.from(altered).indexOf('甲'));
    expect(decodeEntry(altered).hash).not.toBe(part.hash);
  });

  test('what an entry says of one record is what reading it whole says', () => {
    // Ids that stand in the values of others, and one that begins like another.
    const changes = [create('d1', '引用"d2"'), create('d2', '见 d1'), create('d22'), create('d3', 'd3')];
    const [part] = encoded(changes);
    if (!part) throw new Error('no part');
    const purged = purgeEntry(part.bytes, ({ id }) => id === 'd2');
    for (const bytes of [part.bytes, purged]) {
      for (const id of ['d1', 'd2', 'd22', 'd3', 'd4', '']) {
        const whole = decodeEntry(bytes).sealed.flatMap((one) => ('change' in one ? [one.change] : []));
        expect(changeOf(bytes, 'department', id)).toEqual(whole.find((change) => change.id === id));
        expect(changeOf(bytes, 'application', id)).toBeUndefined();
      }
    }
  });

  test('rare characters, line breaks and ids that look like numbers survive', () => {
    const change = create('7', '𠮷田\n第二行"引号"', { '10': 'a', '9': 'b' });
    const [part] = encoded([change]);
    const [read] = decoded(part ? [part] : []);
    expect(read?.sealed).toEqual([{ salt: SALT, change }]);
    expect(read?.hash).toBe(part?.hash);
  });
});

describe('the chain', () => {
  const first = encoded([create('d1'), create('d2', '乙')]);
  const second = encoded([create('d3', '丙')], { sequence: 2, lamport: 2, previous: first.at(-1)?.hash ?? '' });

  test('holds over batches, and names the first entry that does not fit', () => {
    const entries = decoded([...first, ...second]);
    expect(verifyChain(entries)).toEqual({ entries: 4 });
    const missing = entries.filter((_, index) => index !== 1);
    expect(verifyChain(missing).broken).toMatchObject({
      header: { sequence: 2, part: 0 },
      why: '与上一条目的校验值对不上',
    });
  });

  test('a purged payload leaves the hash, the chain and the other changes as they were', () => {
    const purged = first.map(({ bytes }) => purgeEntry(bytes, ({ id }) => id === 'd1'));
    expect(new TextDecoder().decode(purged[0])).not.toContain('甲');
    const entries = [...purged.map(decodeEntry), ...decoded(second)];
    expect(entries[0]?.hash).toBe(first[0]?.hash);
    expect(verifyChain(entries)).toEqual({ entries: 4 });
    const state = new OfficeState(sampleLedgers);
    for (const batch of batchesOf(entries)) expect(applyBatch(state, batch)).toBeUndefined();
    expect(names(state)).toEqual(['乙', '丙']);
  });
});

describe('replay', () => {
  test('without its closing record a batch does not count at all', () => {
    const state = new OfficeState(sampleLedgers);
    const open = decoded(encoded([create('d1')]).slice(0, -1));
    expect(applyBatch(state, open)).toContain('没有写完');
    expect(names(state)).toEqual([]);
  });

  test('a closing record that does not add up drops the batch whole', () => {
    const state = new OfficeState(sampleLedgers);
    const [part] = decoded(encoded([create('d1'), create('d2')]));
    const [, closing] = decoded(encoded([create('d1')]));
    if (!part || !closing) throw new Error('no entries');
    const forged = [part, { ...closing, header: { ...closing.header, previous: part.hash } }];
    expect(batchFault(forged)).toBe('批次的总数与收尾条目不符');
    expect(applyBatch(state, forged)).toBe('批次的总数与收尾条目不符');
    expect(names(state)).toEqual([]);
  });

  test('a batch counts once', () => {
    const state = new OfficeState(sampleLedgers);
    const batch = decoded(encoded([create('d1')]));
    expect(applyBatch(state, batch)).toBeUndefined();
    expect(applyBatch(state, batch)).toBe('批次已经计入');
  });

  test('two chains fold to the same state in whatever order they arrive', () => {
    const batches = [
      encoded([create('a1', '甲一')], { chain: 'A', lamport: 1 }),
      encoded([create('b1', '乙一')], { chain: 'B', lamport: 1 }),
      encoded(
        [
          {
            kind: 'update',
            ledger: 'department',
            id: 'a1',
            rev: 'A/1/0',
            fields: { name: { before: '甲一', after: '甲二' } },
            children: {},
          },
        ],
        { chain: 'B', sequence: 2, lamport: 2 },
      ),
      encoded([create('a2', '甲三')], { chain: 'A', sequence: 2, lamport: 3 }),
    ].map(decoded);
    const fold = (arrived: readonly Entry[][]) => {
      const state = new OfficeState(sampleLedgers);
      const placed = arrived.flatMap((entries) => {
        const header = entries[0]?.header;
        return header ? [{ chain: header.chain, sequence: header.sequence, lamport: header.lamport, entries }] : [];
      });
      for (const { entries } of foldOrder(placed)) applyBatch(state, entries);
      return [...state.table('department').records];
    };
    const inOrder = fold(batches);
    expect(inOrder.map(([, { values }]) => values.name)).toEqual(['甲二', '乙一', '甲三']);
    expect(fold(batches.toReversed())).toEqual(inOrder);
  });

  test('a change of an older declaration is read through its upcast, an update too', () => {
    const upcast: Ledger['upcast'] = (values) => ({
      ...values,
      ...(values.name ? { name: `${values.name}（新）` } : {}),
    });
    const ledgers = sampleLedgers.map((ledger) =>
      ledger.id === 'department' ? { ...ledger, version: 2, upcast } : ledger,
    );
    const state = new OfficeState(ledgers);
    const first = encoded([create('d1', '甲'), create('d2', '乙')]);
    const rename = { name: { before: '甲', after: '丙' } };
    const update: Change = {
      kind: 'update',
      ledger: 'department',
      id: 'd1',
      rev: 'A/1/0',
      fields: rename,
      children: {},
    };
    const previous = first.at(-1)?.hash ?? '';
    const second = decoded(encoded([update], { sequence: 2, lamport: 2, previous }));
    for (const batch of [decoded(first), second]) expect(applyBatch(state, batch)).toBeUndefined();
    expect(names(state)).toEqual(['丙（新）', '乙（新）']);
    // Undo too gives back what stood there as today's declaration reads it.
    const undone = planUndo(state, second);
    expect(undone.changes[0]).toMatchObject({ fields: { name: { before: '丙（新）', after: '甲（新）' } } });
    // What today's declaration wrote is not read through it again.
    const third = encoded([create('d3', '丁')], { sequence: 3, lamport: 3, versions: { department: 2 } });
    applyBatch(state, decoded(third));
    expect(names(state)).toContain('丁');
  });
});
