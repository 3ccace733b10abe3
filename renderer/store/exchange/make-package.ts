import { leavingEntry } from '../../../shared/exchange/leaving.ts';
import { type PackageContents, packageName, writePackage } from '../../../shared/exchange/package-file.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import { officeId, officeName } from '../open/office-name.ts';
import { Pace } from '../slices.ts';
import type { StoreCore } from '../store-core.ts';
import type { MadePackage, PackageRequest } from './exchange-api.ts';
import { requireWholeLog } from './whole-log.ts';

/** How far a package reaches, to be remembered once it was saved. */
export type MadeFor = { readonly receiver: string; readonly chains: { readonly [chain: string]: number } };

/** This office as packages name it; before it was set up by its chain. */
export const ownOffice = ({ state, installation, union }: StoreCore) => ({
  id: union.own || (officeId(state) ?? installation.chain),
  name: officeName(state),
});

/**
 * Makes an exchange package of the log's own bytes, without what may not leave.
 * @throws LedgerError exchange/nothing-new, exchange/log-incomplete
 */
export async function makePackage(
  core: StoreCore,
  { receiver, since, passesOn }: PackageRequest,
): Promise<{ readonly file: MadePackage; readonly madeFor: MadeFor }> {
  await requireWholeLog(core);
  const { database, ledgers, version, now } = core.parts;
  const { state, union } = core;
  const own = ownOffice(core);
  const handed = since === 'last' ? ((await database.handedOver())[receiver]?.chains ?? {}) : {};
  const chains: { [chain: string]: PackageContents['chains'][string] } = {};
  const entries: Uint8Array[] = [];
  const counts = { entries: 0, changes: 0, withheld: 0 };
  let [batches, goesBack] = [0, false];
  const pace = new Pace();
  for (const [chain, { sequence: to, hash: head }] of state.positions) {
    const from = (handed[chain] ?? 0) + 1;
    if (from > to || (state.offices.has(chain) && !passesOn)) continue;
    chains[chain] = { office: state.offices.get(chain) ?? own.id, from, to, head };
    batches += to - from + 1;
    for (const { bytes } of await database.entriesFrom(chain, from)) {
      const leaving = leavingEntry(bytes, state);
      entries.push(leaving.bytes);
      counts.changes += leaving.entry.header.changes;
      counts.withheld += leaving.withheld;
      goesBack ||= leaving.entry.header.origin !== undefined;
      if (await pace.rest()) core.progress('package', entries.length, entries.length);
    }
  }
  // Lines that something was looked at or taken out are no reason to send a package; they go with the next one. A restore
  // is one: without a change of its own it says what no longer counts.
  const bringsNews = since === 'all' || goesBack || counts.changes > counts.withheld;
  if (batches === 0 || !bringsNews) throw nothingNew(receiver);
  const at = now();
  const contents: PackageContents = {
    version,
    at,
    office: own,
    receiver,
    declarations: Object.fromEntries(ledgers.map((ledger) => [ledger.id, ledger.version])),
    chains,
    offices: { ...(passesOn ? union.offices : {}), [own.id]: own.name },
    counts: { ...counts, entries: entries.length },
  };
  const bytes = writePackage(contents, entries);
  const reached = Object.fromEntries(Object.entries(chains).map(([chain, { to }]) => [chain, to]));
  const { changes, withheld } = counts;
  return {
    file: { name: packageName(own.name, receiver, at), bytes, batches, changes, withheld },
    madeFor: { receiver, chains: { ...handed, ...reached } },
  };
}

const nothingNew = (receiver: string): LedgerError =>
  new LedgerError(
    'exchange/nothing-new',
    `上次给“${receiver}”的交换包以后没有新的改动，没有生成文件。要重新给一份，请选“全部”。`,
  );
