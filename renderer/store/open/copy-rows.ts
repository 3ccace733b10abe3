import type { Table } from 'dexie';
import { type BatchKey, type LedgerDatabase, WAITING } from '../database.ts';

type Key = string | readonly unknown[];

/** What could not be read of a database that was copied. */
export type Unread = {
  /** Whether records are among it: the log gives them again, unless they stand on a snapshot. */
  readonly records: boolean;
  /** Batches of which an entry is: the journal may have them. */
  readonly batches: readonly BatchKey[];
  /** What the clerk must know of it, in sentences. */
  readonly said: readonly string[];
};

/** Rows copied in one go: entries are up to some hundred kilobytes each. */
const AT_ONCE = 16;

const isOfWaiting = (key: Key): boolean => typeof key === 'string' && key.startsWith(WAITING);

/** Everything a database holds but what waits, which is carried one by one. A row that cannot be read costs that row alone. */
export async function copyRows(from: LedgerDatabase, to: LedgerDatabase): Promise<Unread> {
  const entries = await copyTable(from.batches, to.batches);
  const blocks = await copyTable(from.blocks, to.blocks);
  const meta = await copyTable(from.meta, to.meta);
  await copyTable(from.aside, to.aside);
  const lost = (key: string, sentence: string) => (meta.includes(key) ? [sentence] : []);
  const said = [
    ...lost('union', '以前并入的交换包记录读不出来：并入的内容都在，但以前的并入不能再整批撤销。'),
    ...lost('purges', LOST_PURGES),
  ];
  const batches = new Map(entries.map(([chain, sequence]) => [`${chain}/${sequence}`, { chain, sequence }]));
  return { records: blocks.length > 0 || meta.includes('checkpoint'), batches: [...batches.values()], said };
}

/** Whether every copy was reached stood in a row that cannot be read. */
export const LOST_PURGES =
  '上次清除个人信息是否清完了日志副本，记录读不出来。做过清除的请在“设置 › 个人信息”里再清除一次。';

/** Answers the keys of rows that could not be read. */
async function copyTable<Row, RowKey extends Key>(from: Table<Row, RowKey>, to: Table<Row, RowKey>): Promise<RowKey[]> {
  const keys = (await from.toCollection().primaryKeys()).filter((key) => !isOfWaiting(key));
  const unread: RowKey[] = [];
  const oneByOne = async (some: readonly RowKey[]): Promise<(Row | undefined)[]> => {
    const rows: (Row | undefined)[] = [];
    for (const key of some) rows.push(await from.get(key).catch(() => void unread.push(key)));
    return rows;
  };
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const some = keys.slice(at, at + AT_ONCE);
    const rows = await from.bulkGet(some).catch(() => oneByOne(some));
    await to.bulkPut(rows.flatMap((row) => row ?? []));
  }
  return unread;
}
