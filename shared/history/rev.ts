import type { Rev } from '../kit/values.ts';
import type { EntryPosition } from './batch.ts';

/** The rev of records last written by an entry: `chain/sequence/part`. */
export const revOf = ({ chain, sequence, part }: EntryPosition): Rev => `${chain}/${sequence}/${part}`;

/** The batch an entry belongs to, as receipts and undo name it: `chain/sequence`. */
export const batchIdOf = ({ chain, sequence }: Pick<EntryPosition, 'chain' | 'sequence'>): string =>
  `${chain}/${sequence}`;

/** The entry a rev names, or undefined for the rev of a record never written ('') and for anything malformed. */
export function positionOf(rev: Rev): EntryPosition | undefined {
  const [chain, sequence, part, ...rest] = rev.split('/');
  if (!chain || rest.length > 0 || !isCount(sequence) || !isCount(part)) return undefined;
  return { chain, sequence: Number(sequence), part: Number(part) };
}

/** Chain and sequence of a batch id, or undefined where it is none. */
export function batchPositionOf(batch: string): { readonly chain: string; readonly sequence: number } | undefined {
  const [chain, sequence, ...rest] = batch.split('/');
  if (!chain || rest.length > 0 || !isCount(sequence)) return undefined;
  return { chain, sequence: Number(sequence) };
}

const isCount = (text: string | undefined): boolean => text !== undefined && /^\d+$/.test(text);
