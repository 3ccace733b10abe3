import { describe, expect, test } from 'vitest';
import { periodOf } from '../../../../shared/kit/period.ts';
import { demand } from '../../../../shared/ledgers/demand.ts';
import { ledgerById, ledgers } from '../../../../shared/ledgers/index.ts';
import { relief } from '../../../../shared/ledgers/relief.ts';
import { columnLetters } from '../../../../shared/workbook/cell-address.ts';
import { openSheet } from '../../../../shared/workbook/cells.ts';
import { collectionColumns } from '../../../../shared/workbook/export/collection-form.ts';
import { mappedByMark, readMark } from '../../../../shared/workbook/export/collection-mark.ts';
import { findHeader, layOut } from '../../../../shared/workbook/import/header.ts';
import { isImportable, proposeMapping } from '../../../../shared/workbook/import/mapping.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/write-workbook.ts';
import { blankOf, CHENGUANG, filled, SEPTEMBER } from '../collected-sheets.ts';
import { partsOf } from '../zip-parts.ts';

describe('what is asked', () => {
  test('key fields first; nothing the program, a decision or the round fills; no numbers of cases', () => {
    const round = { period: SEPTEMBER, unit: CHENGUANG.id };
    expect(collectionColumns(demand, 'usual', round, ledgerById)).toEqual([
      'receivedAt',
      'content',
      'source',
      'person',
      'topic',
      'closedOn',
      'satisfaction',
    ]);
    const all = collectionColumns(demand, 'all', round, ledgerById);
    expect(all).not.toContain('community');
    expect(all).not.toContain('dupOf');
    expect(all).not.toContain('demandNo');
    expect(collectionColumns(demand, 'usual', { period: SEPTEMBER }, ledgerById)).toContain('community');
  });
});

describe('the blank', () => {
  const parts = partsOf(writeWorkbook(blankOf(demand)));
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';

  test('says what it is, for whom and by when', () => {
    expect(parts['xl/sharedStrings.xml']).toContain('诉求与工单（2026年9月）');
    expect(parts['xl/sharedStrings.xml']).toContain('填报单位：晨光社区　　报送：示例街道　　交表期限：2026年10月9日');
  });

  test('keeps its heading: only cells of the body and below are unlocked, by no password', () => {
    expect(sheet).toContain('<sheetProtection sheet="1"');
    expect(sheet).not.toContain('password');
    const unlocked = new Set(
      [
        ...((parts['xl/styles.xml'] ?? '').split('<cellXfs')[1]?.matchAll(/<xf [^>]*\/>|<xf [^>]*>.*?<\/xf>/g) ?? []),
      ].flatMap(([look], place) => (look.includes('locked="0"') ? [String(place)] : [])),
    );
    const looks = (row: number) =>
      [...(new RegExp(`<row r="${row}".*?</row>`).exec(sheet)?.[0] ?? '').matchAll(/ s="(\d+)"/g)].map(([, s]) => s);
    expect(looks(4).some((look) => unlocked.has(look ?? ''))).toBe(false);
    expect(looks(5).every((look) => unlocked.has(look ?? ''))).toBe(true);
    expect([...sheet.matchAll(/<col [^>]*style="(\d+)"/g)].every(([, look]) => unlocked.has(look ?? ''))).toBe(true);
  });

  test('offers lists and says beside the cell what belongs there', () => {
    expect(sheet).toContain('type="list"');
    expect(sheet).toContain('12345热线,政民互动');
    expect(sheet).toContain('prompt="填日期，可加时间，如 2026-09-05 14:30"');
  });

  test('takes 身份证号 and 联系电话 as text, in the empty rows and below: 18 digits lose their last three as a number', () => {
    const blank = blankOf(relief);
    const written = partsOf(writeWorkbook(blank));
    const looks = [
      ...(/<cellXfs.*?<\/cellXfs>/s.exec(written['xl/styles.xml'] ?? '')?.[0] ?? '').matchAll(/<xf [^>]*>/g),
    ];
    const rows = written['xl/worksheets/sheet1.xml'] ?? '';
    const headings = (blank.sheets[0]?.rows[3]?.cells ?? []).map((cell) => String(cell?.value ?? '').replace('*', ''));
    const numbers = headings.flatMap((heading, place) => (/身份证号|联系电话/.test(heading) ? [place] : []));
    expect(numbers.map((place) => headings[place])).toEqual(['身份证号', '联系电话']);
    for (const place of numbers) {
      const cell = new RegExp(`<c r="${columnLetters(place)}5" s="(\\d+)"`).exec(rows)?.[1];
      const column = new RegExp(`<col min="${place + 1}" max="${place + 1}"[^>]* style="(\\d+)"`).exec(rows)?.[1];
      for (const look of [cell, column]) expect(looks[Number(look)]?.[0]).toContain('numFmtId="49"');
    }
  });

  test('has its mark on a sheet that is not shown', () => {
    expect(parts['xl/workbook.xml']).toContain('name="收表标识" sheetId="2" state="hidden"');
  });
});

describe('coming back', () => {
  const back = (bytes: Uint8Array) => {
    const workbook = readWorkbook(bytes, '表.xlsx');
    return workbook.sheets.map((one) => openSheet(workbook, one));
  };

  test('the mark is read as it was written', () => {
    const mark = readMark(back(writeWorkbook(blankOf(demand))));
    expect(mark).toMatchObject({
      ledger: 'demand',
      version: 1,
      period: SEPTEMBER,
      unit: CHENGUANG,
      office: '示例街道',
    });
    expect(mark?.columns[0]).toEqual({ field: 'receivedAt', label: '接收时间' });
  });

  test('a mark somebody spoilt is none', () => {
    const model = blankOf(demand);
    const spoilt = model.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map(({ cells, ...row }) => ({
        ...row,
        cells: cells.map((cell) => (cell?.value === '2026-09-01' ? { ...cell, value: '九月' } : cell)),
      })),
    }));
    expect(readMark(back(writeWorkbook({ ...model, sheets: spoilt })))).toBeUndefined();
  });

  test.each(ledgers.filter(({ group }) => group !== '上报').map((ledger) => [ledger.id, ledger] as const))(
    'every column of %s finds its field again',
    (_, ledger) => {
      const [first] = back(writeWorkbook(filled(ledger)));
      const mark = readMark(back(writeWorkbook(filled(ledger))));
      if (first === undefined || mark === undefined) throw new Error('no sheet');
      const layout = layOut(first, findHeader(first, ledger));
      const { columns } = mappedByMark(proposeMapping(layout, ledger), mark, ledger);
      const fields = columns.map(({ target }) => (target.kind === 'field' ? target.field : target.kind));
      expect(fields).toEqual(mark.columns.map(({ field }) => field));
      expect(fields.every((field) => ledger.fields[field] && isImportable(ledger.fields[field]))).toBe(true);
    },
  );

  test('a quarter is a quarter again', () => {
    const quarter = periodOf('quarter', '2026-09-01');
    expect(readMark(back(writeWorkbook(blankOf(demand, { period: quarter }))))?.period).toEqual(quarter);
  });
});
