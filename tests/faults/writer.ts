// A child process that works the shell's own journal and snapshots until it is killed:
// writer.ts <data folder> <saves | import | snapshot>. What was acknowledged is told on standard output, written through
// before the next step, so that whoever kills this process knows what must be there.
import { writeSync } from 'node:fs';
import type { LedgerStore } from '../../renderer/store/ledger-store.ts';
import type { Draft } from '../../renderer/store/store-api.ts';
import { receiptOf } from '../renderer/store/support.ts';
import { ShellDesk, savePair } from './shell-desk.ts';

const [dataFolder = '', act = ''] = process.argv.slice(2);
const IMPORTED = 20_000;

const tell = (...words: readonly string[]): void => void writeSync(1, `${words.join(' ')}\n`);

const save = async (store: LedgerStore, name: string): Promise<void> => {
  const { durability } = await savePair(store, name);
  if (durability === 'both') tell('saved', name);
};

const importRows = async (store: LedgerStore, round: string): Promise<void> => {
  const drafts = Array.from({ length: IMPORTED }, (_, row): Draft => {
    const name = `${round}-${row}`;
    return { kind: 'create', ledger: 'department', id: name, values: { name } };
  });
  tell('importing', round);
  const { durability } = receiptOf(await store.write(drafts, { kind: 'import', text: '导入' }));
  if (durability === 'both') tell('imported', round);
};

// Nothing else keeps the process going while the store pauses.
setInterval(() => undefined, 60_000);

const run = String(process.pid);
const store = await new ShellDesk(dataFolder, `${run}-`).open();
await save(store, `${run}r0`);
for (let round = 1; ; round += 1) {
  if (act === 'import') await importRows(store, `${run}r${round}`);
  else await save(store, `${run}r${round}`);
  if (act === 'snapshot') {
    tell('copying', String(round));
    tell('copied', await store.snapshot());
  }
}
