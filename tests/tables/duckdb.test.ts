import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { makeExample } from '../../shared/example/make-example.ts';
import { ledgers } from '../../shared/ledgers/index.ts';
import { Desk, receiptOf } from '../renderer/store/support.ts';

const TODAY = '2026-01-05';

const folder = mkdtempSync(path.join(os.tmpdir(), 'street-ledger-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Enough of each ledger: the whole example is two years of a street. */
const MOST_ROWS = 300;

/** The tables of an office with some of the example's rows, unpacked into the folder; and how many rows the store has. */
async function exported() {
  const desk = new Desk();
  desk.ledgers = ledgers;
  const store = await desk.open();
  await store.setToday(TODAY);
  for (const { text, drafts } of makeExample(ledgers, TODAY)) {
    const some = drafts.some(({ ledger }) => ledger === 'organisation') ? drafts : drafts.slice(0, MOST_ROWS);
    receiptOf(await store.write(some, { kind: 'opening', text }));
  }
  const { bytes } = await store.exchange.exportTables(false);
  const files = unzipSync(bytes);
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  const rowsOf = async (ledger: string) => (await store.rows({ ledger })).length;
  return { files, rowsOf, sql: strFromU8(files['load.sql'] ?? new Uint8Array()) };
}

test('DuckDB loads every table as it is, with its types, and answers over all of them', async () => {
  const { files, rowsOf, sql } = await exported();
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`SET file_search_path='${folder}'`);
  await connection.run(sql);

  const one = async (query: string) => (await connection.runAndReadAll(query)).getRows()[0];
  const tables = Object.keys(files).filter((name) => name.endsWith('.csv'));
  expect(await one('SELECT count(*) FROM duckdb_tables()')).toEqual([BigInt(tables.length)]);
  // The example's clerk is not cleared: what he sees is what may leave.
  for (const ledger of ['demand', 'petition', 'dispute', 'worker'])
    expect(await one(`SELECT count(*) FROM "${ledger}"`)).toEqual([BigInt(await rowsOf(ledger))]);
  const steps = await one(`
    SELECT count(*) FROM "demand_steps" s JOIN "demand" d ON s."of_record_id" = d."record_id"
    WHERE s."on" >= DATE '2020-01-01'`);
  expect(Number(steps?.[0])).toBeGreaterThan(0);
  const places = await one(`
    SELECT count(*) FROM "demand" d JOIN "organisation" o ON d."community" = o."record_id"
    WHERE d."community_name" IN (o."name", o."shortName")`);
  expect(places).toEqual(await one('SELECT count(*) FROM "demand" WHERE "community" IS NOT NULL'));
});
