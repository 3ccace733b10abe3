import { dayFromSerialCell } from '../kit/convert/convert-day.ts';
import { numberText } from '../kit/convert/marks.ts';
import type { Cell } from './workbook.ts';

/** A cell as a clerk reads it: dates as days, 是 and 否, numbers with the digits the sheet keeps. */
export function shownCell(cell: Cell, date1904: boolean): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'number':
      return numberText(cell.number);
    case 'date': {
      const day = dayFromSerialCell(cell.serial, date1904).value;
      return typeof day === 'string' ? day : numberText(cell.serial);
    }
    case 'trueFalse':
      return cell.value ? '是' : '否';
    default:
      return cell.text;
  }
}
