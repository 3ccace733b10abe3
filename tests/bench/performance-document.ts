import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import { projectFolder } from '../../build/find-runtime.mjs';

const DOCUMENT = path.join(projectFolder, 'docs/PERFORMANCE.md');
const GIGABYTE = 1024 ** 3;

/** The section of docs/PERFORMANCE.md that each part of the bench writes, in the order of the document. */
export const SECTIONS = {
  launch: 'Launch',
  working: 'Working on 100,000 rows',
  store: 'The store',
  reading: 'Reading .xlsx',
  importing: 'Importing',
  filling: "Filling a superior's form",
  writing: 'Writing .xlsx',
} as const;

export type Part = keyof typeof SECTIONS;

export const isPart = (name: string): name is Part => name in SECTIONS;

/** The machine by what decides the numbers, and how busy it was. */
export const machineWords = (day: string, load: number): string =>
  `Measured on ${day}, ${availableParallelism()} cores, ${Math.round(totalmem() / GIGABYTE)} GB of memory, load ${load.toFixed(1)} before.`;

/** The document with what a part printed in the place of what its section held; everything else stays. */
export function withSection(document: string, part: Part, measured: string, printed: readonly string[]): string {
  const heading = `## ${SECTIONS[part]}\n`;
  const start = document.indexOf(heading);
  if (start === -1) throw new Error(`docs/PERFORMANCE.md has no section “${SECTIONS[part]}”`);
  const body = start + heading.length;
  const next = document.indexOf('\n## ', body);
  const rest = next === -1 ? '' : document.slice(next);
  // What the section says of itself stands before the first measuring.
  const [words = ''] = document.slice(body, next === -1 ? undefined : next).split(/^(?:Measured on|Not measured yet)/m);
  const block = ['```text', ...printed.map((line) => line.trimEnd()), '```'].join('\n');
  return `${document.slice(0, body)}${words}${measured}\n\n${block}\n${rest}`;
}

/** Runs a part, prints as it does, and writes down what it printed. Answers with what the part does; one that fails is not written. */
export async function written<Result>(part: Part, run: () => Promise<Result> | Result): Promise<Result> {
  const lines: string[] = [];
  const print = console.log;
  const [load = 0] = loadavg();
  console.log = (text: string) => {
    lines.push(...text.split('\n'));
    print(text);
  };
  let result: Result;
  try {
    result = await run();
  } finally {
    console.log = print;
  }
  const measured = machineWords(new Date().toISOString().slice(0, 10), load);
  const kept = lines.filter((line) => line.trim() !== '');
  writeFileSync(DOCUMENT, withSection(readFileSync(DOCUMENT, 'utf8'), part, measured, kept));
  return result;
}
