import { z } from 'zod';
import { readSeal, SEAL_LENGTH, sealOf } from '../backup/snapshot-file.ts';
import type { Entry } from '../history/batch.ts';
import { hashOf, verifyChain } from '../history/chain.ts';
import { decodeEntry } from '../history/encode.ts';
import { frame, scanFrames } from '../history/journal-frame.ts';
import { isNewerData } from '../history/newer-data.ts';
import { batchesOf, batchFault } from '../history/replay.ts';
import { beginsLikeArchive, beginsWith, joinedBytes, LINE_FEED } from '../kit/bytes.ts';
import { LedgerError } from '../kit/complaint.ts';
import { fileStamp } from '../kit/file-names.ts';
import type { Ledger } from '../kit/ledger.ts';
import { packageFault } from './package-fault.ts';

/**
 * An exchange package: the manifest as one line of JSON, the entries framed as in the journal, then 64 hex digits and a
 * line feed: the SHA-256 of everything before them. The entries are the log's very bytes; what may not leave the PC is
 * left out of them as its digest, so that every chain verifies all the same.
 */
const FORMAT = 1;
const PRODUCT = 'street-ledger';
const FIRST_CHARACTERS = '{"exchange":';

/** Counted beyond this, a Lamport counter was never reached by writing: it would spoil the receiver's own. */
const HIGHEST_LAMPORT = 1e12;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();
const office = z.strictObject({ id: z.string().min(1).max(100), name: z.string().max(200) });

const chainRange = z.strictObject({
  office: z.string().min(1).max(100),
  /** First and last batch, and the hash the last one ends with. */
  from: z.int().min(1),
  to: z.int().min(1),
  head: hash,
});

const manifestSchema = z.strictObject({
  exchange: z.literal(FORMAT),
  product: z.literal(PRODUCT),
  /** The program that wrote it. */
  version: z.string().max(50),
  at: z.iso.datetime({ offset: true }),
  office,
  /** Whom it was made for, as the clerk called him. */
  receiver: z.string().max(200),
  /** Version of each ledger's declaration. */
  declarations: z.record(z.string().max(100), count),
  chains: z.record(z.string().min(1).max(100), chainRange),
  /** Names of the offices whose chains these are, by id. */
  offices: z.record(z.string(), z.string().max(200)),
  counts: z.strictObject({ entries: count, changes: count, withheld: count }),
});

export type PackageManifest = z.infer<typeof manifestSchema>;

/** One whole batch of a package: as read, and word for word. */
export type PackageBatch = { readonly entries: readonly Entry[]; readonly bytes: readonly Uint8Array[] };

export type OpenedPackage = { readonly manifest: PackageManifest; readonly batches: readonly PackageBatch[] };

/** What the exporter adds to say what is inside; format and product are the program's own. */
export type PackageContents = Omit<PackageManifest, 'exchange' | 'product'>;

/** `交换包_城东街道_给区里_20260105_0941.slpack`; the shell takes out what a file system forbids. */
export const packageName = (from: string, receiver: string, at: string): string =>
  `交换包_${from || '本单位'}_给${receiver}_${fileStamp(at)}.slpack`;

/** The whole file. Entries come chain by chain, each in its order. */
export function writePackage(contents: PackageContents, entries: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const manifest: PackageManifest = { exchange: FORMAT, product: PRODUCT, ...contents };
  const body = joinedBytes([new TextEncoder().encode(`${JSON.stringify(manifest)}\n`), ...entries.map(frame)]);
  return joinedBytes([body, sealOf(hashOf(body))]);
}

/**
 * Takes a file apart and verifies it: the seal, the manifest, every chain of entries within itself and against the
 * manifest, and that this program's declarations read all of it.
 * @throws LedgerError exchange/… naming what the file is instead
 */
export function openPackage(file: Uint8Array, ledgers: readonly Ledger[]): OpenedPackage {
  const manifest = readManifest(file);
  const seal = readSeal(file);
  if (seal === undefined) throw packageFault('truncated');
  const sealed = file.subarray(0, -SEAL_LENGTH);
  if (hashOf(sealed) !== seal) throw packageFault('damaged');
  refuseNewer(manifest, ledgers);
  const { frames, rest } = scanFrames(sealed.subarray(sealed.indexOf(LINE_FEED) + 1));
  if (rest !== 'nothing' || frames.length !== manifest.counts.entries) throw packageFault('damaged');
  return { manifest, batches: readBatches(manifest, frames, ledgers) };
}

/** Whether a file begins like a package, of whatever format. */
const isPackage = (file: Uint8Array): boolean => beginsWith(file, FIRST_CHARACTERS);

function readManifest(file: Uint8Array): PackageManifest {
  if (beginsLikeArchive(file)) throw packageFault('packed');
  if (!isPackage(file)) throw packageFault('foreign');
  const lineEnd = file.indexOf(LINE_FEED);
  if (lineEnd < 0) throw packageFault('truncated');
  const line = parsed(file.subarray(0, lineEnd));
  const claimed = z.object({ exchange: z.number(), product: z.string() }).safeParse(line).data;
  if (claimed && claimed.product !== PRODUCT) throw packageFault('schema');
  if (claimed && claimed.exchange > FORMAT) throw packageFault('newer');
  const manifest = manifestSchema.safeParse(line).data;
  if (!manifest) throw packageFault('damaged');
  return manifest;
}

function parsed(line: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line));
  } catch {
    return undefined;
  }
}

function refuseNewer({ declarations }: Pick<PackageManifest, 'declarations'>, ledgers: readonly Ledger[]): void {
  const known = new Map(ledgers.map(({ id, version }) => [id, version]));
  const isNewer = Object.entries(declarations).some(([id, version]) => version > (known.get(id) ?? -1));
  if (isNewer) throw packageFault('newer');
}

function readBatches(
  { chains }: PackageManifest,
  frames: readonly { readonly bytes: Uint8Array }[],
  ledgers: readonly Ledger[],
): readonly PackageBatch[] {
  const bytesOf = new Map<Entry, Uint8Array>();
  for (const { bytes } of frames) bytesOf.set(read(bytes), bytes);
  const batches = batchesOf([...bytesOf.keys()]);
  const named = new Set(Object.keys(chains));
  for (const chain of named) {
    const own = batches.filter(([first]) => first?.header.chain === chain);
    verifyRange(own, chains[chain]);
  }
  for (const batch of batches) {
    if (batchFault(batch) !== undefined || !named.has(batch[0]?.header.chain ?? '')) throw packageFault('tampered');
    for (const { header } of batch) refuseNewer({ declarations: header.versions }, ledgers);
  }
  return batches.map((entries) => ({ entries, bytes: entries.map((entry) => bytesOf.get(entry) ?? new Uint8Array()) }));
}

/** One chain within itself, against its range in the manifest, and its counters against each other. */
function verifyRange(batches: readonly Entry[][], range: z.infer<typeof chainRange> | undefined): void {
  const entries = batches.flat();
  const [first, last] = [entries[0], entries.at(-1)];
  const fits =
    first?.header.sequence === range?.from && last?.header.sequence === range?.to && last?.hash === range?.head;
  if (!fits || verifyChain(entries).broken) throw packageFault('tampered');
  let lamport = 0;
  for (const [one] of batches) {
    const next = one?.header.lamport ?? 0;
    if (next <= lamport || next > HIGHEST_LAMPORT) throw packageFault('tampered');
    lamport = next;
  }
}

/** @throws LedgerError exchange/newer or exchange/tampered: the file's own hash already held. */
function read(bytes: Uint8Array): Entry {
  try {
    return decodeEntry(bytes);
  } catch (thrown) {
    if (isNewerData(thrown)) throw packageFault('newer');
    if (thrown instanceof LedgerError) throw packageFault('tampered');
    throw thrown;
  }
}
