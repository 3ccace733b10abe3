import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { verifyJournal, verifySnapshots } from '../../build/verify.ts';
import { createJournal } from '../../electron/journal/journal.ts';
import { encodeBatch } from '../../shared/history/encode.ts';
import { frame } from '../../shared/history/journal-frame.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder('verify');

/** Three steps of one chain in a journal that closes its segments early. */
const write = async (): Promise<void> => {
  const journal = createJournal(folder(), 500);
  let previous = '';
  for (const sequence of [1, 2, 3]) {
    const reason = { kind: 'edit', text: '修改' } as const;
    const at = '2026-01-05T09:41:07+08:00';
    const header = { chain: 'c', sequence, lamport: sequence, previous, operator: '王晓', at, reason, versions: {} };
    const change = {
      kind: 'create',
      ledger: 'demand',
      id: `r${sequence}`,
      rev: '',
      values: { title: '漏水' },
    } as const;
    const entries = encodeBatch({ frame: header, changes: [change], salts: () => '0'.repeat(32) });
    for (const [place, { bytes }] of entries.entries())
      await journal.append(frame(bytes), place === entries.length - 1);
    previous = entries.at(-1)?.hash ?? '';
  }
  await journal.close();
};

test('a journal as it was written is whole, in segments too', async () => {
  await write();
  expect(verifyJournal(folder())).toEqual({ faults: [], entries: 6, chains: 1 });
});

test('a step taken out of the open segment, and bytes changed in a closed one, are named', async () => {
  await write();
  const { segments } = JSON.parse(readFileSync(path.join(folder(), 'index.json'), 'utf8'));
  const [first] = segments;
  const file = path.join(folder(), first.name);
  const whole = readFileSync(file);
  rmSync(file);
  expect(verifyJournal(folder()).faults[0]).toContain('日志段不见了');
  writeFileSync(file, whole.toString().replace('漏水', '停电'));
  const { faults } = verifyJournal(folder());
  expect(faults.some((fault) => fault.includes('内容与文件名不符'))).toBe(true);
  expect(faults.some((fault) => fault.includes('有一段损坏'))).toBe(true);
});

test('a payload written over with a fitting frame breaks the chain', async () => {
  await write();
  const files = JSON.parse(readFileSync(path.join(folder(), 'index.json'), 'utf8')).segments;
  const [first] = files;
  const text = readFileSync(path.join(folder(), first.name), 'utf8');
  const [, entry = ''] = /^SL1 \d+ [0-9a-f]{64}\n([\s\S]*?)\nSL1 /.exec(text) ?? [];
  const forged = frame(new TextEncoder().encode(entry.replace('漏水', '停电')));
  const rest = text.slice(text.indexOf('\nSL1 ', 5) + 1);
  writeFileSync(path.join(folder(), first.name), Buffer.concat([forged, Buffer.from(rest)]));
  expect(verifyJournal(folder()).faults.some((fault) => fault.includes('与上一条目的校验值对不上'))).toBe(true);
});

test('a snapshot that was changed is named', () => {
  const snapshots = path.join(folder(), 'snapshots');
  mkdirSync(snapshots);
  writeFileSync(path.join(snapshots, '20260105T094107-0123456789ab.slsnap'), '{"format":1');
  expect(verifySnapshots(snapshots)).toMatchObject({ snapshots: 1, faults: [expect.stringContaining('不完整')] });
  expect(verifySnapshots(path.join(folder(), 'none'))).toEqual({ snapshots: 0, faults: [] });
});
