import type { Change } from '../history/change.ts';
import { type Complaint, hasError } from '../kit/complaint.ts';
import { rowsIn, textIn } from '../kit/field-values.ts';
import { children, choice, code, date, text } from '../kit/fields.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { actDateComplaints, type Taken, takeTransition } from '../kit/take-transition.ts';
import type { ChildRow, LedgerRecord, Values } from '../kit/values.ts';
import type { Transition, TransitionInput, Workflow } from '../kit/workflow.ts';
import { DOCUMENT_OPTIONS, documentKindTitle } from './document-kinds.ts';
import { documentNumberComplaints, numbersIn } from './document-number.ts';

/** Child list of papers that were printed or sent. */
export const DOCUMENTS_FIELD = 'documents';

const ISSUE_MANNERS = ['已打印', '已发出'] as const;

const asked = {
  template: choice('文书', DOCUMENT_OPTIONS),
  docNo: text('文号').width(20),
  manner: choice('办理', ISSUE_MANNERS).width(8),
  /** Ids of the child rows and steps, names of the fields the paper prints: what may no longer be undone. */
  carries: text('所载记录').automatic(),
  hash: code('内容校验').automatic(),
};

/** One row a paper: which, by what number, when, by whom, and the hash of its words. */
const issuedDocumentFields = { ...asked, issuedOn: date('日期'), by: text('经办人').width(10) };

/** The list of papers of a record: what a ledger declares as its field `documents`. */
export const issuedDocuments = () => children('文书', issuedDocumentFields).decision().section('文书');

/** Ledgers whose records bear 发文字号. */
export const NUMBERED_LEDGERS = [
  'application',
  'strayTask',
  'demand',
  'petition',
  'leadCase',
  'supervision',
  'handover',
];

/** The act that records a paper, of whatever ledger. A workflow may declare it itself to say in which states. */
export const ISSUE = 'issueDocument';
const ISSUE_TITLE = '登记文书印发';

/** What an act is called. A paper may be issued in any workflow, whether or not it declares the act. */
export const actTitle = ({ workflow }: Pick<Ledger, 'workflow'>, act: string): string =>
  workflow?.transitions[act]?.title ?? (act === ISSUE ? ISSUE_TITLE : act);

/** Numbers on other cases' papers, and on this case's papers of another kind. */
function numbersElsewhere(record: LedgerRecord, template: string, context: LedgerContext): ReadonlySet<string> {
  const used = new Set<string>();
  for (const ledger of NUMBERED_LEDGERS) {
    for (const other of context.records(ledger)) if (other.id !== record.id) numbersIn(other.values, used);
  }
  for (const row of rowsIn(record.values, DOCUMENTS_FIELD)) {
    if (textIn(row, 'template') !== template) numbersIn(row, used);
  }
  return used;
}

/** A number, where there is one, is written by the rule and stands on no other paper. */
const issueGuard: NonNullable<Transition['guard']> = (record, input, context): readonly Complaint[] => {
  const number = textIn(input.values, 'docNo');
  if (number === '') return [];
  return documentNumberComplaints(
    number,
    input.on,
    numbersElsewhere(record, textIn(input.values, 'template'), context),
  );
};

/** 文号 under which a paper of a kind left the house last, '' where none did. */
export const issuedNumber = (values: Values, template: string): string =>
  rowsIn(values, DOCUMENTS_FIELD)
    .map((row) => (textIn(row, 'template') === template ? textIn(row, 'docNo') : ''))
    .findLast((number) => number !== '') ?? '';

/** The row a printed or sent paper leaves. */
const issuedRow: NonNullable<Transition['appends']> = (_record, input, context) => ({
  [DOCUMENTS_FIELD]: [{ ...input.values, issuedOn: input.on, by: context.operator }],
});

/**
 * The act that records a printed or sent paper, in any of the given states: a fact like any other, it stands in the
 * timeline and locks what the paper carries. Hash and rows are filled in by the program.
 */
export const issueTransition = (states: readonly string[]): Transition => ({
  number: '文书',
  title: ISSUE_TITLE,
  from: states,
  to: states,
  by: 'CLERK',
  staysPut: true,
  afterwards: true,
  asks: asked,
  requires: ['template', 'manner'],
  guard: issueGuard,
  appends: issuedRow,
});

/** The ledger with the act in its workflow, whatever state a record stands in. */
function withIssue(ledger: Ledger, workflow: Workflow): Ledger {
  if (ISSUE in workflow.transitions) return ledger;
  const issue = issueTransition(Object.keys(workflow.states));
  return { ...ledger, workflow: { ...workflow, transitions: { ...workflow.transitions, [ISSUE]: issue } } };
}

/**
 * Records a paper. By the ledger's workflow where it has one, so that it stands in the timeline; a ledger without states
 * has no timeline, there the row alone is added.
 */
export function takeIssue(
  ledger: Ledger,
  record: LedgerRecord,
  input: TransitionInput,
  context: LedgerContext,
  newId: () => string,
): Taken {
  const { workflow } = ledger;
  if (workflow) return takeTransition(withIssue(ledger, workflow), record, ISSUE, input, context, newId);
  const complaints = [
    ...actDateComplaints(ledger, record, input.on, context.today),
    ...issueGuard(record, input, context),
  ];
  if (hasError(complaints)) return { complaints };
  const rows = issuedRow(record, input, context)[DOCUMENTS_FIELD] ?? [];
  const issued = rows.map((row): ChildRow => ({ ...row, id: newId() }));
  return { patch: { [DOCUMENTS_FIELD]: [...rowsIn(record.values, DOCUMENTS_FIELD), ...issued] }, warnings: complaints };
}

/** What the page hands to the transition `issueDocument`. `carries`: what the paper prints, as its template says. */
export function issueInput(issue: {
  readonly template: string;
  readonly manner: (typeof ISSUE_MANNERS)[number];
  readonly on: string;
  readonly hash: string;
  readonly carries: readonly string[];
  readonly docNo?: string;
}): TransitionInput {
  const { on, carries, docNo, ...values } = issue;
  return {
    on,
    // The timeline says which paper, the number alone would not.
    note: `《${documentKindTitle(issue.template)}》${issue.manner}`,
    values: { ...values, carries: carries.join(' '), ...(docNo === undefined ? {} : { docNo }) },
  };
}

const CORRECT_ONLY = '已打印送达，只能更正';

/**
 * Why a change to a record cannot be undone, or undefined where papers do not stand against it: a decision that was
 * printed or sent is out of the office's hands and is only followed by a 更正; nor can the record of the paper itself go,
 * since that would unlock the decision. `values` is the record as it stands now.
 */
export function issuedBlocksUndo(values: Values, change: Change): string | undefined {
  const issued = rowsIn(values, DOCUMENTS_FIELD);
  if (issued.length === 0 || change.kind === 'delete') return undefined;
  if (change.kind === 'create') return `${namesOf(issued)}${CORRECT_ONLY}`;
  if (change.children[DOCUMENTS_FIELD] !== undefined) return '文书已打印送达，登记不能撤销';
  const rows = Object.values(change.children).flatMap((changed) => changed.map(({ id }) => id));
  const touched = new Set([...Object.keys(change.fields), ...rows]);
  const carrying = issued.filter((row) =>
    textIn(row, 'carries')
      .split(' ')
      .some((id) => touched.has(id)),
  );
  return carrying.length === 0 ? undefined : `${namesOf(carrying)}${CORRECT_ONLY}`;
}

const namesOf = (issued: readonly Values[]): string =>
  [...new Set(issued.map((row) => `《${documentKindTitle(textIn(row, 'template'))}》${textIn(row, 'docNo')}`))].join(
    '、',
  );
