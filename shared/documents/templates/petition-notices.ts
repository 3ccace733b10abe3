import { readClock } from '../../deadlines/read-clock.ts';
import { isBlank } from '../../kit/blank.ts';
import { error } from '../../kit/complaint.ts';
import { documentDate } from '../../kit/document-date.ts';
import { textIn } from '../../kit/field-values.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import { NAME_RULES, RULES_GROUP } from '../../kit/rules-group.ts';
import { stepsOf } from '../../kit/steps.ts';
import type { LedgerRecord } from '../../kit/values.ts';
import { asksForDecision, goesByOpinion, handlingClock, isHandedOver } from '../../rules/petition-clocks.ts';
import { sentences } from '../case-words.ts';
import { DOCUMENT_KINDS } from '../document-kinds.ts';
import { paragraph } from '../document-model.ts';
import { letter } from '../letter.ts';
import type { DocumentTemplate } from '../template.ts';

/** Letters about a petition: to whoever brought it, or to whoever handed it over. Their wording is the program's own. */

const RULE = '《信访工作条例》';

/** What was brought, when and under which number. */
export function petitionWords({ values }: LedgerRecord): string {
  const number = textIn(values, 'systemNo') || textIn(values, 'petitionNo');
  const about = textIn(values, 'matter');
  return `于${documentDate(textIn(values, 'receivedOn'))}${about === '' ? '提出' : `反映的“${about.replace(/[。；;]+$/, '')}”`}信访事项${number === '' ? '' : `（编号${number}）`}`;
}

/** Last day of 60 days from acceptance as the rule counts it, no extension in it. */
function firstDue(record: LedgerRecord, context: LedgerContext): string {
  const { extensionTo: _, opinionOn: __, closedOn: ___, ...values } = record.values;
  return readClock(handlingClock, { ...record, values }, context)[0]?.dueOn ?? '';
}

/** 受理告知书: taken on, from which day, by which route, until when (条例 第二十三条、第三十四条). */
export const acceptanceNotice: DocumentTemplate = {
  id: 'acceptance-notice',
  title: DOCUMENT_KINDS['acceptance-notice'],
  numberSuffix: '信告',
  neededFields: ['petitioner', 'receivedOn', 'acceptedOn'],
  appliesTo: () => [],
  datedBy: 'acceptedOn',
  carries: () => ['acceptedOn', 'route'],
  build: (record, context, heading) => {
    const { values } = record;
    const due = firstDue(record, context);
    const route = textIn(values, 'route').replace(/^[①-⑥]/, '');
    const asks = asksForDecision(values);
    const byLaw = asks
      ? `该事项按“${route}”途径办理，办理期限依照有关法律、法规、规章的规定执行`
      : '我单位将依规依法研究办理，并将办理结果告知你';
    const until = goesByOpinion(values)
      ? `我单位将自受理之日起六十日内办结，即于${documentDate(due)}前出具处理意见；情况复杂的，经本机关负责人批准可以延长不超过三十日，并告知你延期理由`
      : byLaw;
    return letter(
      {
        template: 'acceptance-notice',
        title: DOCUMENT_KINDS['acceptance-notice'],
        addressee: textIn(values, 'petitioner'),
        blocks: [
          paragraph(
            'body',
            `你${petitionWords(record)}，我单位收悉。经审查，属于我单位职责范围，根据${RULE}第二十三条${asks ? '、第三十一条' : ''}的规定，决定自${documentDate(textIn(values, 'acceptedOn'))}起予以受理。`,
          ),
          paragraph('body', sentences(until)),
          paragraph('body', `办理期限内就同一事项再向上级机关提出的，上级机关不予受理（${RULE}第十九条）。`),
          paragraph('body', '特此告知。'),
        ],
      },
      heading,
    );
  },
};

/** Why it is not taken on: the objection, or the reason it was declined for. */
const reasonOf = (record: LedgerRecord): string =>
  textIn(record.values, 'objectionReason') ||
  (stepsOf(record).findLast(({ transition }) => transition === 'decline')?.note ?? '');

/** 不予受理（异议）函: not ours, and why; to the body that handed it over within 5 working days, else to the petitioner. */
export const objectionLetter: DocumentTemplate = {
  id: 'objection-letter',
  title: DOCUMENT_KINDS['objection-letter'],
  numberSuffix: '信函',
  neededFields: ['petitioner', 'receivedOn'],
  appliesTo: (record) => {
    if (!isBlank(record.values.acceptedOn)) {
      return [error('document/accepted', '这件信访事项已经受理，不再出具不予受理（异议）函。', 'acceptedOn')];
    }
    return reasonOf(record) === ''
      ? [error('document/no-objection', '还没有提出异议，也没有决定不予受理。请先办理这一环节，写明理由。')]
      : [];
  },
  datedBy: 'objectedOn',
  carries: () => ['objectedOn', 'objectionReason'],
  build: (record, context, heading) => {
    const { values } = record;
    const reason = sentences(reasonOf(record));
    if (!isHandedOver(values)) {
      return letter(
        {
          template: 'objection-letter',
          title: '不予受理告知书',
          addressee: textIn(values, 'petitioner'),
          blocks: [
            paragraph('body', `你${petitionWords(record)}，我单位收悉。经审查，决定不予受理，理由如下：`),
            paragraph('body', reason),
            paragraph(
              'body',
              sentences(
                isBlank(values.transferredTo)
                  ? '请依照法律法规向有权处理的机关、单位提出'
                  : `该事项请向${textIn(values, 'transferredTo')}提出`,
              ),
            ),
            paragraph('body', '特此告知。'),
          ],
        },
        heading,
      );
    }
    const body = context.parameter(RULES_GROUP, NAME_RULES.petitionOffice, heading.on ?? context.today) ?? '区信访局';
    return letter(
      {
        template: 'objection-letter',
        title: '关于信访事项不属于我单位职责的异议函',
        addressee: body,
        blocks: [
          paragraph(
            'body',
            `你单位转来的信访事项（编号${textIn(values, 'systemNo') || textIn(values, 'petitionNo')}），我单位于${documentDate(textIn(values, 'receivedOn'))}收到。经核实，该事项不属于我单位职责范围，根据${RULE}第二十三条的规定，现提出异议，理由如下：`,
          ),
          paragraph('body', reason),
          paragraph('body', '请予核实；经核实同意后，我单位将有关材料一并交还。'),
          paragraph('body', '特此函告。'),
        ],
      },
      heading,
    );
  },
};

/** 延期告知书 of a petition: until when, and why (条例 第三十四条: not more than 30 days, approved, and told). */
export const petitionExtension: DocumentTemplate = {
  id: 'extension-notice',
  title: DOCUMENT_KINDS['extension-notice'],
  numberSuffix: '信告',
  neededFields: ['petitioner', 'acceptedOn', 'extensionTo', 'extensionReason', 'extensionApprover'],
  appliesTo: () => [],
  datedBy: 'extensionApprovedOn',
  carries: () => ['extensionTo', 'extensionReason', 'extensionApprover', 'extensionApprovedOn'],
  build: (record, context, heading) => {
    const { values } = record;
    const reason = textIn(values, 'extensionReason').replace(/[。；;]+$/, '');
    return letter(
      {
        template: 'extension-notice',
        title: DOCUMENT_KINDS['extension-notice'],
        addressee: textIn(values, 'petitioner'),
        blocks: [
          paragraph(
            'body',
            `你${petitionWords(record)}，我单位于${documentDate(textIn(values, 'acceptedOn'))}受理，应于${documentDate(firstDue(record, context))}前办结。`,
          ),
          paragraph(
            'body',
            `因${reason}，不能在上述期限内办结，根据${RULE}第三十四条的规定，经本机关负责人批准，办理期限延长至${documentDate(textIn(values, 'extensionTo'))}。`,
          ),
          paragraph('body', '特此告知。'),
        ],
      },
      heading,
    );
  },
};
