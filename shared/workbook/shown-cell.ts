import { momentFromSerial } from '../kit/convert/convert-day.ts';
import { numberText } from '../kit/convert/marks.ts';
import type { Cell } from './workbook.ts';

/** A cell as a clerk reads it: dates as days with the time where there is one, 是 and 否, numbers with the digits the sheet keeps. */
export function shownCell(cell: Cell, date1904: boolean): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'number':
      return numberText(cell.number);
    case 'date': {
      const moment = momentFromSerial(cell.serial, date1904).value;
      return typeof moment === 'string' ? dayAndTime(moment) : numberText(cell.serial);
    }
    case 'trueFalse':
      return cell.value ? '是' : '否';
    default:
      return cell.text;
  }
}

/** 2026-08-20, 2026-08-20 14:29, and the seconds where there are any. */
function dayAndTime(moment: string): string {
  const time = moment.slice(11, 19).replace(/:00$/, '');
  return time === '00:00' ? moment.slice(0, 10) : `${moment.slice(0, 10)} ${time}`;
}
