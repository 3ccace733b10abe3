import { decodeEntry } from '../../../shared/history/encode.ts';
import { batchIdOf } from '../../../shared/history/rev.ts';
import { upcastChange } from '../../../shared/history/upcast-change.ts';
import { exportFileName } from '../../../shared/kit/file-names.ts';
import { type LogDetail, type LogLine, logDetail, logWorkbook } from '../../../shared/workbook/export/log-workbook.ts';
import type { StoredEntry } from '../database.ts';
import { officeName } from '../open/office-name.ts';
import { Pace } from '../slices.ts';
import type { StoreCore } from '../store-core.ts';
import { BULK } from '../write/commit.ts';
import type { ExportedFile } from './export-session.ts';
import { writtenInSlices } from './written-in-slices.ts';

/** Most lines of detail one sheet takes; what would not fit is counted like a bulk step. */
const MOST_DETAILS = 300_000;

/** The whole log as .xlsx for inspection, the oldest step first. `verdict` is what its check said just before. */
export async function exportLog(core: StoreCore, verdict: string): Promise<ExportedFile> {
  const { database, now, version } = core.parts;
  const pace = new Pace();
  const lines: LogLine[] = [];
  const details: LogDetail[] = [];
  let bulk = 0;
  const closings = await database.closings();
  for (const [place, [chain, sequence]] of closings.entries()) {
    const stored = await database.entriesOf(chain, sequence);
    const line = lineOf(core, stored);
    if (!line) continue;
    lines.push(line);
    if (line.changes >= BULK || details.length + line.changes > MOST_DETAILS) bulk += 1;
    else details.push(...detailsOf(core, stored));
    if (await pace.rest()) core.progress('exportLog', place, closings.length);
  }
  const { operator, today } = core;
  const office = officeName(core.state);
  const model = logWorkbook({ office, operator, on: today, version, verdict, lines, details, bulk });
  return { name: exportFileName('操作记录', office, now()), bytes: await writtenInSlices(model) };
}

function lineOf({ state }: StoreCore, stored: readonly StoredEntry[]): LogLine | undefined {
  const [first, last] = [stored[0], stored.at(-1)];
  if (!first || !last) return undefined;
  const { header, hash } = decodeEntry(last.bytes);
  const { at, operator, reason, ledgers, closing } = header;
  return {
    batch: batchIdOf(header),
    at,
    operator,
    kind: reason.kind,
    text: reason.text,
    ledgers: ledgers.map((id) => state.ledger(id)?.title ?? id),
    changes: closing?.changes ?? 0,
    hash,
    previous: decodeEntry(first.bytes).header.previous,
  };
}

function* detailsOf(core: StoreCore, stored: readonly StoredEntry[]): Generator<LogDetail> {
  const { nameOf } = core.context();
  for (const { bytes } of stored) {
    const { header, sealed } = decodeEntry(bytes);
    const batch = batchIdOf(header);
    for (const one of sealed) {
      if ('digest' in one) {
        yield { batch, ledger: '', record: '', act: '', words: '（已按要求清除）' };
        continue;
      }
      const ledger = core.state.ledger(one.change.ledger);
      if (!ledger) continue;
      const change = upcastChange(one.change, ledger, header.versions[ledger.id]);
      const table = core.state.table(ledger.id);
      const record = table.records.get(change.id) ?? table.deleted.get(change.id);
      yield logDetail(batch, change, ledger, record?.values ?? {}, nameOf);
    }
  }
}
