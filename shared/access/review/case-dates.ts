import { type Complaint, error } from '../../kit/complaint.ts';
import { rowsIn, textIn } from '../../kit/field-values.ts';
import { childPath } from '../../kit/validate.ts';
import type { Values } from '../../kit/values.ts';
import { STEPS_FIELD } from '../../kit/workflow.ts';

/** Rows of the file that answer the application, with what each is called: none can be older than the application. */
const ANSWERS: readonly (readonly [list: string, day: string, called: string])[] = [
  ['missingPapers', 'notifiedOn', '补正告知日期'],
  ['opinions', 'signDate', '意见日期'],
  ['publications', 'publishedOn', '公布日期'],
  ['agreements', 'signDate', '协议签订日期'],
  ['exits', 'exitDate', '退出日期'],
];

/** What is dated before the case began: an opinion, an agreement, or an act already taken where 收件日期 was moved. */
export function caseDateComplaints(values: Values): readonly Complaint[] {
  const began = textIn(values, 'inDate');
  const [first] = rowsIn(values, STEPS_FIELD);
  const firstDay = first === undefined ? '' : textIn(first, 'on');
  const acts =
    firstDay !== '' && firstDay < began
      ? [error('case/received-late', `收件日期 ${began} 晚于第一个办理环节的日期 ${firstDay}。请核对。`, 'inDate')]
      : [];
  const rows = ANSWERS.flatMap(([list, field, called]) =>
    rowsIn(values, list).flatMap((row, place) => {
      const on = textIn(row, field);
      if (on === '' || on >= began) return [];
      const message = `${called} ${on} 早于收件日期 ${began}。请核对。`;
      return [error('case/before-receipt', message, childPath(list, place, field))];
    }),
  );
  return [...acts, ...rows];
}
