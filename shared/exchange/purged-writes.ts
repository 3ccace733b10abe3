import { isPurge } from '../history/purge.ts';
import type { Write } from './merge-record.ts';
import type { Seen } from './seen.ts';

const purgesIn = (all: readonly Write[]): readonly Write[] => all.filter(({ header }) => isPurge(header.reason));

/**
 * The writes of a record that still count: a purge is not weighed against what its writer did not know, it takes out
 * everything written without knowing of it (个人信息保护法 第四十七条).
 */
export function heededWrites(all: readonly Write[], seen: Seen): readonly Write[] {
  const purges = purgesIn(all);
  if (purges.length === 0) return all;
  return all.filter((write) => purges.includes(write) || purges.every((purge) => seen.saw(write.at, purge.at)));
}

/** Whether a record was purged by one and written by another who did not know of each other. */
export const isPurgedUnawares = (all: readonly Write[], seen: Seen): boolean =>
  purgesIn(all).some((purge) => all.some(({ at }) => !seen.saw(at, purge.at) && !seen.saw(purge.at, at)));
