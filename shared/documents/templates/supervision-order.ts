import { documentDate } from '../../kit/document-date.ts';
import { textIn } from '../../kit/field-values.ts';
import { formatValue } from '../../kit/format.ts';
import { supervision } from '../../ledgers/supervision.ts';
import type { FormLine } from '../../workbook/export/paper-form.ts';
import { fullNameOf } from '../case-words.ts';
import { DOCUMENT_KINDS } from '../document-kinds.ts';
import { blankNumber } from '../document-number.ts';
import { FORM_PAGE } from '../document-styles.ts';
import { formTable, formTop } from '../form-table.ts';
import type { DocumentTemplate } from '../template.ts';
import { restrictedComplaints, wordsForOthers } from '../words-for-others.ts';

/** Least height in millimetres of the boxes to sign in. */
const BOX = 38;

/** 督办单: what is to be done, by whom and by when, with boxes for the order and for the report back. */
export const supervisionOrder: DocumentTemplate = {
  id: 'supervision-order',
  title: DOCUMENT_KINDS['supervision-order'],
  numberSuffix: '督',
  neededFields: ['matter', 'openedOn', 'leadUnit', 'dueOn'],
  appliesTo: (record, context) => restrictedComplaints(supervision, record, context),
  datedBy: 'openedOn',
  carries: () => ['matter', 'openedOn', 'leadUnit', 'coUnits', 'leader', 'dueOn'],
  build: (record, context, heading) => {
    const { values } = record;
    const year = heading.on === undefined ? undefined : Number(heading.on.slice(0, 4));
    const coUnits = supervision.fields.coUnits;
    const lines: readonly FormLine[] = [
      {
        kind: 'pair',
        left: { label: '督办单位', value: heading.office },
        right: { label: '编号', value: textIn(values, 'supervisionNo') },
      },
      {
        kind: 'pair',
        left: { label: '牵头单位', value: fullNameOf('department', textIn(values, 'leadUnit'), context) },
        right: { label: '责任领导', value: textIn(values, 'leader') },
      },
      {
        kind: 'pair',
        left: { label: '配合单位', value: coUnits ? formatValue(values.coUnits, coUnits, context.nameOf) : '' },
        right: { label: '来源', value: textIn(values, 'source') },
      },
      { kind: 'wide', label: '督办事项', value: wordsForOthers('matter', supervision, record, context), lines: 5 },
      {
        kind: 'pair',
        left: { label: '立项日期', value: documentDate(textIn(values, 'openedOn')) },
        right: { label: '完成时限', value: documentDate(textIn(values, 'extensionTo') || textIn(values, 'dueOn')) },
      },
      {
        kind: 'wide',
        label: '办理要求',
        value: '请按时限办结，办结后三个工作日内书面报送结果和佐证；遇有困难及时报告，须延期的在到期之前报批。',
        lines: 3,
      },
      { kind: 'opinion', label: '签发', opinion: {} },
      { kind: 'opinion', label: '办理结果', opinion: {} },
    ];
    return {
      template: 'supervision-order',
      title: DOCUMENT_KINDS['supervision-order'],
      office: heading.office,
      page: FORM_PAGE,
      blocks: [
        ...formTop(DOCUMENT_KINDS['supervision-order'], [
          heading.number ?? blankNumber('', year),
          documentDate(heading.on),
        ]),
        formTable(lines, FORM_PAGE, BOX),
      ],
    };
  },
};
