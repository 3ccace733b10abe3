import { error } from '../../kit/complaint.ts';
import { documentDate } from '../../kit/document-date.ts';
import { textIn } from '../../kit/field-values.ts';
import { stepsOf } from '../../kit/steps.ts';
import type { LedgerRecord } from '../../kit/values.ts';
import { DOCUMENT_KINDS } from '../document-kinds.ts';
import { paragraph } from '../document-model.ts';
import { letter } from '../letter.ts';
import type { DocumentTemplate } from '../template.ts';

/** Why it takes longer, as it was said when the extension was approved. */
const reasonOf = (record: LedgerRecord): string =>
  (stepsOf(record).findLast(({ transition }) => transition === 'extend')?.note ?? '').replace(/[。；;]+$/, '');

/** 延期告知书 of a demand: whoever asked is told until when and why. */
export const demandExtension: DocumentTemplate = {
  id: 'extension-notice',
  title: DOCUMENT_KINDS['extension-notice'],
  numberSuffix: '告',
  neededFields: ['person', 'content', 'extendedTo', 'extensionBy'],
  appliesTo: ({ values }) =>
    values.anonymous === true ? [error('document/anonymous', '匿名诉求没有可以告知的人。', 'anonymous')] : [],
  datedBy: 'extensionApprovedOn',
  carries: () => ['extendedTo', 'extensionBy', 'extensionApprovedOn'],
  build: (record, _context, heading) => {
    const { values } = record;
    const number = textIn(values, 'orderNo') || textIn(values, 'demandNo');
    const reason = reasonOf(record);
    return letter(
      {
        template: 'extension-notice',
        title: DOCUMENT_KINDS['extension-notice'],
        addressee: textIn(values, 'person'),
        blocks: [
          paragraph(
            'body',
            `你于${documentDate(textIn(values, 'receivedAt').slice(0, 10))}反映的“${textIn(values, 'content').replace(/[。；;]+$/, '')}”（编号${number}）正在办理。`,
          ),
          paragraph(
            'body',
            `${reason === '' ? '因情况复杂' : `因${reason}`}，不能在原定期限内办结，经批准，办理期限延长至${documentDate(textIn(values, 'extendedTo'))}，届时将办理结果告知你。`,
          ),
          paragraph('body', '特此告知。'),
        ],
      },
      heading,
    );
  },
};
