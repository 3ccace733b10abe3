import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { projectFolder } from '../../build/find-runtime.mjs';
import { printLimits } from './limits.ts';

const ROUNDS = 5;

/** Milliseconds of the processor one filling took, in a process of its own: what else runs meanwhile does not count. */
function once(who: 'own' | 'library'): number {
  const script = path.join(projectFolder, 'tests/bench/fill-once.ts');
  return Number(execFileSync(process.execPath, ['--import', 'tsx', script, who], { encoding: 'utf8' }));
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** 1,000 rows into a feature-rich form, by turns; the patch is to take less than half of exceljs's time, else false. */
export function benchFilling(): boolean {
  const rounds = Array.from({ length: ROUNDS }, () => ({ own: once('own'), library: once('library') }));
  const own = median(rounds.map((round) => round.own));
  const library = median(rounds.map((round) => round.library));
  console.log(`\n1,000 rows into a form, processor time in fresh processes, median of ${ROUNDS}`);
  console.log(`${own.toFixed(0).padStart(9)} ms patched in the zip`);
  console.log(`${library.toFixed(0).padStart(9)} ms by exceljs`);
  return printLimits([{ what: 'the patch over exceljs', value: own / library, limit: 0.5, unit: 'times' }]);
}
