import { describe, expect, test } from 'vitest';
import { openPackage, packageName } from '../../../shared/exchange/package-file.ts';
import { hashOf } from '../../../shared/history/chain.ts';
import type { Change } from '../../../shared/history/change.ts';
import { frame } from '../../../shared/history/journal-frame.ts';
import { defineLedger } from '../../../shared/kit/define-ledger.ts';
import { text, yesNo } from '../../../shared/kit/fields.ts';
import { sampleLedgers } from '../history/sample-ledgers.ts';
import { contentsOf, SampleOffice } from './sample-office.ts';

const create = (id: string, name: string): Change => ({
  kind: 'create',
  ledger: 'department',
  id,
  rev: '',
  values: { name },
});

function east(): SampleOffice {
  const office = new SampleOffice('东');
  office.write([create('d1', '区民政局')]);
  office.write([create('d2', '区司法局')]);
  return office;
}

const textOf = (file: Uint8Array): string => new TextDecoder().decode(file);

/** A package whose text was changed and whose seal was made anew, as somebody would who means it. */
function rewritten(file: Uint8Array, change: (body: string) => string): Uint8Array {
  const body = new TextEncoder().encode(change(textOf(file.subarray(0, -65))));
  return new TextEncoder().encode(`${textOf(body)}${hashOf(body)}\n`);
}

/** The same with every frame made anew around its changed entry. */
function reframed(file: Uint8Array, change: (entry: string) => string): Uint8Array {
  const [manifest = '', ...rest] = textOf(file.subarray(0, -65)).split('\n');
  const entries = rest
    .join('\n')
    .split(/SL1 \d+ [0-9a-f]{64}\n/)
    .slice(1);
  const frames = entries.map((entry) => textOf(frame(new TextEncoder().encode(change(entry.slice(0, -1))))));
  return rewritten(file, () => `${manifest}\n${frames.join('')}`);
}

describe('a package', () => {
  test('holds the very bytes of the log, and says whose they are', () => {
    const office = east();
    const { manifest, batches } = openPackage(office.package(2), sampleLedgers);
    expect(manifest.office).toEqual({ id: '东', name: '东' });
    expect(manifest.chains['chain-东']).toMatchObject({ from: 2, to: 2 });
    expect(manifest.counts).toEqual({ entries: 2, changes: 1, withheld: 0 });
    expect(batches.map(({ bytes }) => bytes)).toEqual([office.log.get('chain-东')?.[1]?.bytes]);
  });

  test('is named after its office, its receiver and its moment', () => {
    expect(packageName('城东街道', '区委社工部', '2026-01-05T09:41:07+08:00')).toBe(
      '交换包_城东街道_给区委社工部_20260105_0941.slpack',
    );
  });
});

describe('a package is refused whole, by name', () => {
  const file = east().package();
  const manifestOf = (change: (manifest: { [key: string]: unknown }) => void) =>
    rewritten(file, (body) => {
      const [line = '', ...rest] = body.split('\n');
      const manifest = JSON.parse(line);
      change(manifest);
      return [JSON.stringify(manifest), ...rest].join('\n');
    });

  test.each<[string, string, Uint8Array]>([
    ['a zip archive', 'exchange/packed', new TextEncoder().encode('PK\u0003\u0004…')],
    ['some other file', 'exchange/foreign', new TextEncoder().encode('{"format":1}\n')],
    [
      'a package of another schema',
      'exchange/schema',
      manifestOf((one) => Object.assign(one, { product: 'other-ledger' })),
    ],
    ['a package of a later format', 'exchange/newer', manifestOf((one) => Object.assign(one, { exchange: 2 }))],
    [
      'newer declarations',
      'exchange/newer',
      manifestOf((one) => Object.assign(one, { declarations: { department: 2 } })),
    ],
    [
      'a ledger not known here',
      'exchange/newer',
      manifestOf((one) => Object.assign(one, { declarations: { tomorrow: 1 } })),
    ],
    ['a stick pulled half-way', 'exchange/truncated', file.subarray(0, file.length - 200)],
    ['a stick pulled in the first line', 'exchange/truncated', file.subarray(0, 60)],
    ['a bit that flipped', 'exchange/damaged', file.map((byte, at) => (at === 900 ? byte ^ 1 : byte))],
    ['a manifest that is none', 'exchange/damaged', manifestOf((one) => Object.assign(one, { office: 7 }))],
    ['a value changed by hand', 'exchange/tampered', reframed(file, (entry) => entry.replace('民政', '公安'))],
    ['an entry that is none', 'exchange/tampered', reframed(file, (entry) => entry.replace('"salt"', '"salz"'))],
    [
      'a counter beyond all counting',
      'exchange/tampered',
      reframed(file, (entry) => entry.replace(/"lamport":\d+/, '"lamport":9007199254740991')),
    ],
  ])('%s: %s', (_, code, bytes) => {
    expect(() => openPackage(bytes, sampleLedgers)).toThrow(expect.objectContaining({ code }));
  });

  test('every refusal says that nothing was merged', () => {
    try {
      openPackage(file.subarray(0, 300), sampleLedgers);
      expect.unreachable();
    } catch (thrown) {
      expect(String(thrown)).toContain('没有并入任何内容');
    }
  });
});

describe('merging', () => {
  test('the same package a second time adds nothing', () => {
    const west = new SampleOffice('西');
    const file = east().package();
    expect(west.merge(file)).toBe(2);
    const before = contentsOf(west.state);
    expect(west.merge(file)).toBe(0);
    expect(contentsOf(west.state)).toEqual(before);
  });

  test('a package missing between is named, and nothing of the later one is merged', () => {
    const [office, west] = [east(), new SampleOffice('西')];
    west.merge(office.package(1));
    office.write([create('d3', '区城管局')]);
    office.write([create('d4', '区教育局')]);
    const before = contentsOf(west.state);
    expect(() => west.merge(office.package(4))).toThrow(expect.objectContaining({ code: 'exchange/gap' }));
    expect(() => west.merge(office.package(4))).toThrow('第 3 批');
    expect(contentsOf(west.state)).toEqual(before);
    expect(west.merge(office.package(3))).toBe(2);
  });

  test('another batch under a number that is here is a forked chain', () => {
    const west = new SampleOffice('西');
    west.merge(east().package());
    const other = new SampleOffice('东');
    other.write([create('d1', '区民政局')]);
    other.write([create('d2', '区公安局')]);
    expect(() => west.merge(other.package())).toThrow(expect.objectContaining({ code: 'exchange/forked' }));
    other.write([create('d3', '区城管局')]);
    expect(() => west.merge(other.package(3))).toThrow(expect.objectContaining({ code: 'exchange/forked' }));
  });

  test('chains already merged may be passed on', () => {
    const [office, west, reader] = [east(), new SampleOffice('西'), new SampleOffice('甲')];
    west.merge(office.package());
    reader.merge(west.package(1, true));
    expect(reader.record('department', 'd1').office).toBe('东');
  });
});

describe('what stays at home', () => {
  const petition = defineLedger({
    id: 'petition',
    title: '信访',
    noun: '信访件',
    group: '诉求信访',
    version: 1,
    fields: { subject: text('事项').key(), secret: yesNo('检举控告') },
    titleField: 'subject',
    columns: ['subject'],
    restricted: ({ secret }) => secret === true,
  });

  test('restricted rows leave as digests alone: their words are nowhere, the chain verifies, the rest is merged', () => {
    const ledgers = [...sampleLedgers, petition];
    const [office, district] = [new SampleOffice('东', ledgers), new SampleOffice('区', ledgers)];
    const row = (id: string, subject: string, secret: boolean): Change => ({
      kind: 'create',
      ledger: 'petition',
      id,
      rev: '',
      values: { subject, secret },
    });
    office.write([row('p1', '反映路灯不亮', false), row('p2', '检举某某', true)]);
    const file = office.package();
    expect(textOf(file)).not.toContain('检举某某');
    expect(openPackage(file, ledgers).manifest.counts.withheld).toBe(1);
    district.merge(file);
    expect([...district.state.table('petition').records.keys()]).toEqual(['p1']);
  });

  test('what an office sets for itself never comes among the settings here', () => {
    const setting = defineLedger({
      id: 'parameter',
      title: '参数',
      noun: '参数',
      group: '基础',
      version: 1,
      isSetting: true,
      fields: { value: text('值').key() },
      titleField: 'value',
      columns: ['value'],
    });
    const ledgers = [...sampleLedgers, setting];
    const [office, district] = [new SampleOffice('东', ledgers), new SampleOffice('区', ledgers)];
    office.write([{ kind: 'create', ledger: 'parameter', id: 'x', rev: '', values: { value: '5' } }]);
    district.merge(office.package());
    expect(district.state.table('parameter').records.size).toBe(0);
  });
});
