import { strToU8, zipSync } from 'fflate';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import { fileStamp } from '../../../shared/kit/file-names.ts';
import { mayLeave } from '../../../shared/kit/restricted.ts';
import { dataPackage, loadSql } from '../../../shared/tables/data-package.ts';
import { type Table, tablesOf } from '../../../shared/tables/ledger-tables.ts';
import type { ExportedFile } from '../export/export-session.ts';
import { officeName } from '../open/office-name.ts';
import { Pace } from '../slices.ts';
import type { StoreCore } from '../store-core.ts';

/**
 * Every ledger that has rows, as CSV with its schema, in one archive: for analysis beyond one PC. Restricted rows stay
 * home whoever asks, and what an office sets for itself is no data.
 * @throws LedgerError tables/nothing
 */
export async function exportTables(core: StoreCore, isMasked: boolean): Promise<ExportedFile> {
  const { state, parts } = core;
  const { nameOf } = core.context();
  const office = officeName(state);
  const officeOf = core.officeOf.bind(core);
  const tables: Table[] = [];
  const pace = new Pace();
  for (const ledger of state.ledgers) {
    const records = [...state.table(ledger.id).records.values()].filter((record) => mayLeave(ledger, record));
    if (ledger.isSetting || records.length === 0) continue;
    tables.push(...tablesOf({ ledger, records }, { isMasked, nameOf, officeOf }));
    await pace.rest();
  }
  if (tables.length === 0) throw nothing();
  const at = parts.now();
  const files: { [name: string]: Uint8Array } = {
    'datapackage.json': strToU8(dataPackage({ office, at, version: parts.version, isMasked }, tables)),
    'load.sql': strToU8(loadSql(tables)),
  };
  for (const { name, csv } of tables) files[`${name}.csv`] = strToU8(csv);
  return { name: `台账数据_${office || '本单位'}_${fileStamp(at)}.zip`, bytes: zipSync(files, { level: 6 }) };
}

/** What the log says before personal data leaves the PC. */
export const takenOut = (isMasked: boolean): string => `导出数据表（CSV，${isMasked ? '已脱敏' : '未脱敏'}）`;

const nothing = (): LedgerError => new LedgerError('tables/nothing', '台账里还没有记录，没有生成文件。');
