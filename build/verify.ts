// npm run verify -- <data folder>: checks a data folder from outside of the program, reading only. The journal's frames
// and files, the chain of every installation in it, and the seal of every snapshot.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openSnapshot, SNAPSHOT_NAME } from '../shared/backup/snapshot-file.ts';
import { ChainCheck } from '../shared/history/chain.ts';
import { decodeEntry } from '../shared/history/encode.ts';
import { scanFrames } from '../shared/history/journal-frame.ts';

const SEGMENT = /^[0-9a-f]{64}\.log$/;

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The journal's files in order: closed segments as the index lists them, then the open one. */
const journalFiles = (folder: string): readonly string[] => {
  const index = path.join(folder, 'index.json');
  const listed: readonly string[] = existsSync(index)
    ? JSON.parse(readFileSync(index, 'utf8')).segments.map(({ name }: { readonly name: string }) => name)
    : [];
  const unlisted = readdirSync(folder).filter((name) => SEGMENT.test(name) && !listed.includes(name));
  return [...listed, ...unlisted, ...(existsSync(path.join(folder, 'current.log')) ? ['current.log'] : [])];
};

/** What is wrong with the journal, and what was looked at. */
export const verifyJournal = (folder: string) => {
  const faults: string[] = [];
  const chains = new Map<string, ChainCheck>();
  for (const name of journalFiles(folder)) {
    const file = path.join(folder, name);
    if (!existsSync(file)) {
      faults.push(`${name}: 日志段不见了 / segment missing`);
      continue;
    }
    const bytes = readFileSync(file);
    if (SEGMENT.test(name) && sha256Of(bytes) !== name.slice(0, 64))
      faults.push(`${name}: 内容与文件名不符 / not what its name says`);
    const { frames, rest } = scanFrames(bytes);
    if (rest === 'damaged') faults.push(`${name}: 有一段损坏 / a damaged stretch`);
    for (const frame of frames) {
      try {
        const entry = decodeEntry(frame.bytes);
        const { chain, sequence } = entry.header;
        const check = chains.get(chain) ?? new ChainCheck();
        const wasBroken = check.verdict().broken !== undefined;
        chains.set(chain, check);
        if (!check.next(entry) && !wasBroken)
          faults.push(`${chain} 第 ${sequence} 步：${check.verdict().broken?.why ?? ''} / chain broken`);
      } catch (thrown) {
        faults.push(`${name}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
      }
    }
  }
  const entries = [...chains.values()].reduce((sum, check) => sum + check.verdict().entries, 0);
  return { faults, entries, chains: chains.size };
};

/** What is wrong with the snapshots, and how many there are. */
export const verifySnapshots = (folder: string) => {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => SNAPSHOT_NAME.test(name)) : [];
  const faults = names.flatMap((name) => {
    try {
      openSnapshot(readFileSync(path.join(folder, name)), sha256Of);
      return [];
    } catch (thrown) {
      return [`${name}: ${thrown instanceof Error ? thrown.message : String(thrown)}`];
    }
  });
  return { faults, snapshots: names.length };
};

if (process.argv[1]?.endsWith('verify.ts')) {
  const folder = process.argv[2];
  if (folder === undefined || !existsSync(path.join(folder, 'journal'))) {
    console.error('用法 / usage: npm run verify -- <数据文件夹 / data folder, e.g. %APPDATA%\\StreetLedger>');
    process.exit(2);
  }
  const journal = verifyJournal(path.join(folder, 'journal'));
  const snapshots = verifySnapshots(path.join(folder, 'snapshots'));
  for (const fault of [...journal.faults, ...snapshots.faults]) console.error(`! ${fault}`);
  console.log(`日志 ${journal.entries} 段，${journal.chains} 条链；备份 ${snapshots.snapshots} 份`);
  const isWhole = journal.faults.length + snapshots.faults.length === 0;
  console.log(isWhole ? '没有改动、缺失或调换 / nothing changed, missing or out of place' : '有问题，见上 / see above');
  process.exit(isWhole ? 0 : 1);
}
