import { wordsOfSerial } from '../kit/convert/convert-day.ts';
import { numberText } from '../kit/convert/marks.ts';
import type { Cell } from './workbook.ts';

/** A cell as a clerk reads it: dates as days with the time where there is one, 是 and 否, numbers with the digits the sheet keeps. */
export function shownCell(cell: Cell, date1904: boolean): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'number':
      return numberText(cell.number);
    case 'date':
      return wordsOfSerial(cell.serial, date1904) ?? numberText(cell.serial);
    case 'trueFalse':
      return cell.value ? '是' : '否';
    default:
      return cell.text;
  }
}
