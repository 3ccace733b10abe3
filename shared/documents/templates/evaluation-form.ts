import { decisionInForce } from '../../access/review/decision.ts';
import { reviewWorkflow } from '../../access/review/review-workflow.ts';
import { agreeing, takingPart, type VoteCounts, validVotes, votesOf } from '../../access/review/votes.ts';
import { isBlank } from '../../kit/blank.ts';
import { error } from '../../kit/complaint.ts';
import { documentDate } from '../../kit/document-date.ts';
import { rowsIn, textIn } from '../../kit/field-values.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import { fixed, sum } from '../../kit/numbers.ts';
import { stateOf } from '../../kit/steps.ts';
import type { LedgerRecord, Values } from '../../kit/values.ts';
import { applicantOf, fundsOf, lastRowIds, periodOf, shownIn } from '../case-words.ts';
import { DOCUMENT_KINDS } from '../document-kinds.ts';
import { paragraph, type Table, type TableCell, type TableRow } from '../document-model.ts';
import { FORM_PAGE } from '../document-styles.ts';
import { formTable, formTop } from '../form-table.ts';
import type { DocumentTemplate } from '../template.ts';

const EVALUATED = ['ACTIVE', 'SUSPENDED', 'EVALUATING', 'RENEWING'];
const TITLE = '社区工作事项评议表';
const WIDTHS = [54, 20, 20, 20, 20, 20, 20];
const VOTES = ['satisfied', 'fairlySatisfied', 'dissatisfied', 'noOpinion'] as const;
const HEADS = ['社区', '参评人数', '满意', '基本满意', '不满意', '未表态', '满意率'];
const RATE_BASIS = '满意率＝（满意＋基本满意）÷有效票；未表态不计入有效票。';

const CONCLUSIONS = ['继续', '调整', '退出'];

type Line = VoteCounts & { readonly participants: number };

const lineOf = (row: Values): Line => ({ participants: takingPart(row), ...votesOf(row) });

const hasVotes = (row: Values): boolean => VOTES.some((field) => typeof row[field] === 'number');

/** 82.4%, or — where nobody said anything. */
function rateOf(lines: readonly Line[]): string {
  const valid = sum(lines.map(validVotes));
  return valid === 0 ? '—' : `${fixed((sum(lines.map(agreeing)) / valid) * 100, 1)}%`;
}

const centred = (text: string): TableCell => ({ role: 'centred', text });

/** What the lines come to together; blank where there are none. */
const votesRow = (name: TableCell, lines: readonly Line[]): TableRow => ({
  height: 9,
  cells: [
    name,
    ...(lines.length === 0
      ? HEADS.slice(1).map(() => centred(''))
      : [
          ...(['participants', ...VOTES] as const).map((field) =>
            centred(String(sum(lines.map((line) => line[field])))),
          ),
          centred(rateOf(lines)),
        ]),
  ],
});

/** The last evaluation of each community of the record's last period; blank rows for those that have not voted. */
function votesTable(record: LedgerRecord, context: LedgerContext): Table {
  const { values } = record;
  const rows = rowsIn(values, 'evaluations').filter((row) => textIn(row, 'period') === periodEvaluated(values));
  const targets = Array.isArray(values.targets) ? values.targets.filter((id) => typeof id === 'string') : [];
  const found = targets.map((id) => rows.findLast((row) => textIn(row, 'community') === id && hasVotes(row)));
  const lines = found.map((row) => (row ? [lineOf(row)] : []));
  const names = targets.map((id) => context.nameOf('organisation', id));
  return {
    kind: 'table',
    widths: WIDTHS,
    headRows: 1,
    rows: [
      { height: 9, cells: HEADS.map((text) => ({ role: 'label', text })) },
      ...lines.map((line, place) => votesRow(centred(names[place] ?? ''), line)),
      votesRow({ role: 'label', text: '合计' }, lines.flat()),
    ],
  };
}

const periodEvaluated = (values: Values): string => textIn(rowsIn(values, 'evaluations').at(-1) ?? {}, 'period');

/** 社区评议表: what is judged, the votes by community, what was said, and what follows. Layout ours, none was published. */
export const evaluationForm: DocumentTemplate = {
  id: 'evaluation-form',
  title: DOCUMENT_KINDS['evaluation-form'],
  neededFields: ['applicant', 'itemName', 'targets'],
  appliesTo: (record) =>
    EVALUATED.includes(stateOf(record, reviewWorkflow)) || !isBlank(record.values.evaluations)
      ? []
      : [error('document/not-running', '事项还没有启动实施，没有可以评议的内容。')],
  carries: ({ values }) => lastRowIds(values, 'evaluations'),
  build: (record, context, heading) => {
    const { values } = record;
    const last = rowsIn(values, 'evaluations').at(-1) ?? {};
    const decision = decisionInForce(values);
    const evaluated = textIn(last, 'evaluatedOn');
    const conclusion = textIn(last, 'conclusion');
    const boxes = CONCLUSIONS.map((one) => `${one === conclusion ? '☑' : '□'}${one}`).join('　　');
    const comments = rowsIn(values, 'evaluations')
      .filter((row) => textIn(row, 'period') === textIn(last, 'period') && textIn(row, 'comments') !== '')
      .map((row) => `${context.nameOf('organisation', textIn(row, 'community'))}：${textIn(row, 'comments')}`);
    const about = formTable(
      [
        { kind: 'wide', label: '事项名称', value: textIn(values, 'itemName') },
        {
          kind: 'pair',
          left: { label: '责任部门', value: applicantOf(record, context) },
          right: { label: '准入文号', value: decision?.docNo ?? '' },
        },
        { kind: 'wide', label: '社区承担职责', value: shownIn(values, 'dutyComm', context) },
        { kind: 'wide', label: '有效期', value: periodOf(decision?.validFrom ?? '', decision?.validTo ?? '') },
        { kind: 'wide', label: '经费', value: fundsOf(record, context) },
      ],
      FORM_PAGE,
      0,
    );
    const said = formTable(
      [
        { kind: 'opinion', label: '评议意见', opinion: comments.length === 0 ? {} : { text: comments.join('\n') } },
        { kind: 'wide', label: '评议结论', value: boxes },
        { kind: 'opinion', label: '社区意见', opinion: {} },
        { kind: 'opinion', label: '街道意见', opinion: {} },
      ],
      FORM_PAGE,
      34,
    );
    return {
      template: 'evaluation-form',
      title: TITLE,
      office: heading.office,
      page: FORM_PAGE,
      blocks: [
        ...formTop(TITLE, [
          `评估期：${textIn(last, 'period') || '________'}`,
          `评议日期：${documentDate(evaluated === '' ? undefined : evaluated)}`,
        ]),
        about,
        paragraph('note', '评议情况（票数）'),
        votesTable(record, context),
        paragraph('note', RATE_BASIS),
        said,
      ],
    };
  },
};
