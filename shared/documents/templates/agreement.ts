import { decisionInForce } from '../../access/review/decision.ts';
import { error } from '../../kit/complaint.ts';
import { documentDate } from '../../kit/document-date.ts';
import { rowsIn, textIn } from '../../kit/field-values.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import type { ChildRow, LedgerRecord, Values } from '../../kit/values.ts';
import {
  applicantOf,
  committeeOf,
  communitiesOf,
  fullNameOf,
  fundsOf,
  itemOf,
  labelled,
  periodOf,
  sentences,
  shownIn,
} from '../case-words.ts';
import type { DocumentHeading } from '../document-heading.ts';
import { DOCUMENT_KINDS } from '../document-kinds.ts';
import { type Block, paragraph, type Table } from '../document-model.ts';
import { OFFICIAL_PAGE, textWidth } from '../document-styles.ts';
import { keptWithNext } from '../letter.ts';
import type { DocumentTemplate } from '../template.ts';

const BLANK = '________________';

/** Who commissions, who is commissioned: as registered, else the department and the one community concerned. */
function partiesOf(record: LedgerRecord, row: ChildRow | undefined, context: LedgerContext) {
  const community = row ? textIn(row, 'community') : '';
  const [only, ...others] = communitiesOf(record, context);
  const named =
    community === '' ? (others.length === 0 ? only : undefined) : fullNameOf('organisation', community, context);
  return {
    partyA: (row && textIn(row, 'partyA')) || applicantOf(record, context),
    partyB: (row && textIn(row, 'partyB')) || (named === undefined ? BLANK : committeeOf(named)),
  };
}

function termOf(values: Values, row: ChildRow | undefined): string {
  const decision = decisionInForce(values);
  const from = (row && textIn(row, 'periodFrom')) || textIn(values, 'startDate') || decision?.validFrom || '';
  const to = (row && textIn(row, 'periodTo')) || textIn(values, 'endDate') || decision?.validTo || '';
  return periodOf(from, to) || BLANK;
}

/** The agreement asked for by its id, else the last one; none where it is still to be signed. */
const rowOf = ({ values }: LedgerRecord, { about }: DocumentHeading): ChildRow | undefined => {
  const rows = rowsIn(values, 'agreements');
  return rows.find(({ id }) => id === about) ?? rows.at(-1);
};

function clauses(record: LedgerRecord, row: ChildRow | undefined, context: LedgerContext): readonly Block[] {
  const { values } = record;
  const shown = (fieldId: string) => shownIn(values, fieldId, context);
  const docNo = decisionInForce(values)?.docNo ?? '';
  const scope = (row && textIn(row, 'scope')) || shown('dutyComm');
  const funds = (row && textIn(row, 'fundClause')) || fundsOf(record, context);
  const body = (...parts: readonly string[]) => paragraph('body', sentences(...parts));
  const head = (text: string) => paragraph('level1', text);
  return [
    paragraph(
      'body',
      `甲方委托乙方协助办理${itemOf(record)}，该事项已经准予进入社区${docNo === '' ? '' : `（准入文号：${docNo}）`}。双方依照有关法律法规，约定如下：`,
    ),
    head('一、委托范围'),
    body(scope, shown('assistMode') === '' ? '' : `协助方式：${shown('assistMode')}`),
    body('范围以外的工作，乙方有权拒绝；甲方不得将自身的行政执法、审批和管理责任转由乙方承担'),
    head('二、权限和工作条件'),
    body(
      shown('authority') || '乙方以协助为限，不作为责任主体',
      shown('support') === '' ? '' : `甲方提供的保障：${shown('support')}`,
    ),
    head('三、期限和工作量'),
    body(
      `协议期限：${termOf(values, row)}`,
      labelled('频次', shown('frequency')),
      labelled('工作任务量', shown('workload')),
    ),
    head('四、经费'),
    body(funds, '经费在工作开始前拨付到位，专款专用，由街道监督使用；未到位的，乙方可以暂缓办理'),
    head('五、双方责任'),
    body('甲方负责业务指导和培训，不单独组织考核评比，不另行要求报表、台账和挂牌'),
    body('乙方按照约定协助办理，如实反映情况；涉及的个人信息只用于办理本事项，不得外泄'),
    head('六、变更和终止'),
    body(
      '内容、期限需要变更的，甲方应当先办理准入变更。期满、任务完成、依据废止、居民普遍不认可，或者权限、经费不落实的，本协议终止',
    ),
    head('七、其他'),
    body('本协议一式三份，甲乙双方和街道办事处各执一份，自签字盖章之日起生效'),
  ];
}

function signatures(record: LedgerRecord, row: ChildRow | undefined, context: LedgerContext, office: string): Table {
  const half = textWidth(OFFICIAL_PAGE) / 2;
  const signed = row ? textIn(row, 'signDate') : '';
  const { partyA, partyB } = partiesOf(record, row, context);
  const place = (party: string) => `${party}\n负责人（签字）：\n\n${documentDate(signed === '' ? undefined : signed)}`;
  return {
    kind: 'table',
    widths: [half, half],
    borders: 'none',
    rows: [
      {
        height: 45,
        cells: [
          { role: 'party', text: place(`甲方（盖章）：\n${partyA}`) },
          { role: 'party', text: place(`乙方（盖章）：\n${partyB}`) },
        ],
      },
      { height: 20, cells: [{ role: 'party', across: 2, text: `见证单位（盖章）：${office}` }] },
    ],
  };
}

/** 委托协议 between the department and one community. Wording ours: the agreements that are known are not published. */
export const agreement: DocumentTemplate = {
  id: 'agreement',
  title: DOCUMENT_KINDS.agreement,
  neededFields: ['applicant', 'itemName', 'dutyComm', 'targets'],
  appliesTo: ({ values }) =>
    decisionInForce(values)?.result === '准予'
      ? []
      : [error('document/not-admitted', '事项还没有准予准入，不能签订委托协议。')],
  about: { list: 'agreements', shown: ['agreementNo', 'partyB', 'signDate'] },
  carries: (record, heading) => {
    const row = rowOf(record, heading);
    return row ? [row.id] : [];
  },
  build: (record, context, heading) => {
    const row = rowOf(record, heading);
    const { partyA, partyB } = partiesOf(record, row, context);
    const number = (row && textIn(row, 'agreementNo')) || BLANK;
    return {
      template: 'agreement',
      title: '社区工作事项委托协议',
      office: heading.office,
      page: OFFICIAL_PAGE,
      blocks: [
        paragraph('title', '社区工作事项委托协议'),
        paragraph('flush', `协议编号：${number}`),
        paragraph('flush', `甲方（委托方）：${partyA}`),
        paragraph('flush', `乙方（受托方）：${partyB}`),
        ...keptWithNext(clauses(record, row, context)),
        { ...paragraph('flush', ''), keepNext: true },
        signatures(record, row, context, heading.office),
      ],
    };
  },
};
