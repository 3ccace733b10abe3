import { documentDate } from '../../kit/document-date.ts';
import type { Day } from '../../kit/values.ts';
import { LINE_STYLE } from '../export/report-frame.ts';
import type { SheetModel } from '../sheet-model.ts';

const ROOM_TO_SIGN = '　　　　　　';

/** An exported list as it goes on paper: title and heading on every page, and a line to sign below the rows. */
export function ledgerPrint(sheet: SheetModel, filler: string, filledOn: Day): SheetModel {
  const { page, rows, widths, merges } = sheet;
  const { repeatRows } = page;
  const line = `填表人：${filler === '' ? ROOM_TO_SIGN : filler}　　审核人：${ROOM_TO_SIGN}　　填表日期：${documentDate(filledOn)}`;
  const place = { top: rows.length, left: 0, bottom: rows.length, right: widths.length - 1 };
  return {
    ...sheet,
    rows: [...rows, { height: 30, cells: [{ value: line, style: LINE_STYLE }] }],
    merges: widths.length > 1 ? [...merges, place] : merges,
    page: repeatRows === undefined ? page : { ...page, repeatRows: { ...repeatRows, first: 0 } },
  };
}
