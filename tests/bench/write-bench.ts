import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { projectFolder } from '../../build/find-runtime.mjs';
import { printLimits } from './limits.ts';
import { WRITTEN } from './write-size.ts';

const ROUNDS = 3;

type Measured = { readonly milliseconds: number; readonly megabytes: number };

function once(part: 'rows' | 'xml' | 'file'): Measured {
  const script = path.join(projectFolder, 'tests/bench/write-once.ts');
  return JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', script, part], { encoding: 'utf8' }));
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

/**
 * 100,000 x 20 styled cells, rows made one by one: the file is to take at most three times what building its XML alone
 * takes, making the rows aside, and never more than 500 MB; else false.
 */
export function benchWriting(): boolean {
  const rounds = Array.from({ length: ROUNDS }, () => ({ rows: once('rows'), xml: once('xml'), file: once('file') }));
  const time = (part: 'rows' | 'xml' | 'file') => median(rounds.map((round) => round[part].milliseconds));
  const made = time('rows');
  const [xml, file] = [time('xml') - made, time('file') - made];
  const peak = Math.max(...rounds.map((round) => round.file.megabytes));
  const bare = median(rounds.map((round) => round.rows.megabytes));
  console.log(
    `\n${WRITTEN.rows} rows x ${WRITTEN.columns} styled columns written, processor time in fresh processes, median of ${ROUNDS}`,
  );
  console.log(`${xml.toFixed(0).padStart(9)} ms building the XML alone`);
  console.log(`${file.toFixed(0).padStart(9)} ms the file`);
  return printLimits([
    { what: 'the file over its XML', value: file / xml, limit: 3, unit: 'times' },
    { what: `at the peak, ${bare.toFixed(0)} MB of them the process itself`, value: peak, limit: 500, unit: 'MB' },
  ]);
}
