import { textIn } from '../../kit/field-values.ts';
import { optionTitle } from '../../kit/fields.ts';
import type { ChildRow, Day, Values } from '../../kit/values.ts';
import { STATE_FIELD, STEPS_FIELD } from '../../kit/workflow.ts';
import { ledgerWorkbook } from '../../workbook/export/ledger-export.ts';
import { type ImportPlan, type PlannedWrite, type PlanRow, writesOf } from '../../workbook/import/plan.ts';
import type { CellStyle, RowModel, WorkbookModel } from '../../workbook/sheet-model.ts';
import { datesOf, openingLedger } from './opening-ledger.ts';
import { isDecided, isListedEntry, OPENING_STATES } from './opening-states.ts';
import { OPENING_NOTE } from './opening-step.ts';

type Move = { readonly transition: string; readonly from: string; readonly to: string; readonly on: Day };

/** Fields of the opening sheet that turn into steps and child rows. */
const TURNED: ReadonlySet<string> = new Set(
  Object.entries(openingLedger.fields).flatMap(([fieldId, spec]) => (spec.section === '存量' ? [fieldId] : [])),
);

const UNDECIDED_MOVES: { readonly [state: string]: Omit<Move, 'on'> } = {
  SUPPLEMENT: { transition: 'askSupplement', from: 'RECEIVED', to: 'SUPPLEMENT' },
  COMM_OPINION: { transition: 'askCommunities', from: 'RECEIVED', to: 'COMM_OPINION' },
  STREET_REVIEW: { transition: 'toStreetReview', from: 'RECEIVED', to: 'STREET_REVIEW' },
  DECIDING: { transition: 'submitToBoard', from: 'DISTRICT_REVIEW', to: 'DECIDING' },
  DEFERRED: { transition: 'sendBack', from: 'DISTRICT_REVIEW', to: 'DEFERRED' },
  SUSPENDED: { transition: 'suspend', from: 'ACTIVE', to: 'SUSPENDED' },
  EVALUATING: { transition: 'evaluate', from: 'ACTIVE', to: 'EVALUATING' },
  RENEWING: { transition: 'renew', from: 'EVALUATING', to: 'RENEWING' },
};

/** The moves from the decision to the start, each where the sheet gives its day. */
function admittedMoves(values: Values): readonly Move[] {
  const on = (fieldId: string) => textIn(values, fieldId);
  const listed = isListedEntry(values);
  const admitted = listed
    ? [{ transition: 'recordListed', from: 'STREET_REVIEW', to: 'PUBLISHED', on: on('decideDate') }]
    : [
        { transition: 'decide', from: 'DECIDING', to: 'APPROVED', on: on('decideDate') },
        { transition: 'publish', from: 'APPROVED', to: 'PUBLISHED', on: on('publishedOn') },
      ];
  const agreed = on('agreedOn');
  return [
    ...admitted,
    { transition: 'signAgreement', from: 'PUBLISHED', to: 'AGREED', on: agreed },
    { transition: 'start', from: agreed === '' ? 'PUBLISHED' : 'AGREED', to: 'ACTIVE', on: on('startedOn') },
  ].filter((move) => move.on !== '');
}

/** The path of a case as far as its sheet tells it, on business dates: what lies between is not known and not made up. */
function movesOf(values: Values): readonly Move[] {
  const state = textIn(values, 'openingState');
  const received = textIn(values, 'inDate') || (datesOf(values)[0]?.on ?? '');
  const districtOn = textIn(values, 'districtOn');
  const last = UNDECIDED_MOVES[state];
  return [
    { transition: 'receive', from: 'DRAFT', to: 'RECEIVED', on: received },
    ...(districtOn === ''
      ? []
      : [{ transition: 'forwardDirectly', from: 'RECEIVED', to: 'DISTRICT_REVIEW', on: districtOn }]),
    ...(isDecided(state) ? admittedMoves(values) : []),
    ...(last === undefined ? [] : [{ ...last, on: textIn(values, 'stateSince') }]),
  ];
}

/** Rows without an id: the store gives them theirs. */
const row = (values: Values): ChildRow => ({
  ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')),
  id: '',
});

function papersOf(values: Values): Values {
  if (!isDecided(textIn(values, 'openingState'))) return {};
  const { publishedOn, agreedOn, agreementNo } = values;
  const decision = row({
    kind: isListedEntry(values) ? '备案' : '审定',
    result: '准予',
    body: values.decisionBody,
    docNo: values.decisionNo,
    decideDate: values.decideDate,
    validFrom: values.validFrom,
    validTo: values.validTo,
    round: 1,
  });
  return {
    decisions: [decision],
    ...(publishedOn === undefined ? {} : { publications: [row({ publishedOn, docNo: values.publicationNo })] }),
    ...(agreedOn === undefined && agreementNo === undefined
      ? {}
      : { agreements: [row({ agreementNo, signDate: agreedOn })] }),
  };
}

/**
 * The application an opening row becomes: marked 存量, in its state, with its decision, publication and agreement as
 * papers, and a step for every day the sheet gives, so that clocks run on and R7 counts by business date.
 */
export function openingRecord(values: Values): Values {
  const moves = movesOf(values);
  const own = Object.fromEntries(Object.entries(values).filter(([fieldId]) => !TURNED.has(fieldId)));
  return {
    ...own,
    inDate: moves[0]?.on,
    stock: true,
    [STATE_FIELD]: textIn(values, 'openingState'),
    ...papersOf(values),
    [STEPS_FIELD]: moves.map((move) => row({ ...move, note: OPENING_NOTE })),
  };
}

/** A plan made with the opening ledger: 存量导入 registers what is not there yet and never changes what is. */
export function asOpeningPlan(plan: ImportPlan): ImportPlan {
  const rows = plan.rows.map((planned): PlanRow => {
    if (planned.action !== 'update') return planned;
    const reason = '已经登记过。存量导入只登记新的事项，不改动已有记录';
    return { ...planned, status: 'heldBack', action: 'skip', reason, differences: [] };
  });
  const count = (status: PlanRow['status']) => rows.filter((planned) => planned.status === status).length;
  const counts = {
    ...plan.counts,
    update: count('update'),
    heldBack: count('heldBack'),
    suspectedDuplicate: count('suspectedDuplicate'),
  };
  return { ...plan, rows, counts };
}

/** The writes of an opening plan, for one batch with the reason `opening`. */
export const openingWrites = (plan: ImportPlan): readonly PlannedWrite[] =>
  writesOf({
    ...plan,
    rows: plan.rows.map((planned) =>
      planned.action === 'create' ? { ...planned, values: openingRecord(planned.values) } : planned,
    ),
  });

/** How the ledgers that know an opening balance take one in: a ledger to plan with, and the writes. */
export type OpeningImport = {
  readonly ledger: typeof openingLedger;
  readonly asPlan: (plan: ImportPlan) => ImportPlan;
  readonly writes: (plan: ImportPlan) => readonly PlannedWrite[];
};

/** The opening import of a ledger, undefined where it has none. */
export const openingImportOf = (ledgerId: string): OpeningImport | undefined =>
  ledgerId === openingLedger.id ? { ledger: openingLedger, asPlan: asOpeningPlan, writes: openingWrites } : undefined;

/** Rows of the blank sheet whose choice cells offer their options. */
const OFFERED_ROWS = 500;

const EXPLAINED: CellStyle = {
  font: { name: '宋体', size: 11 },
  align: { vertical: 'center', wrap: true },
  border: true,
};

/** Lines of the second sheet: what a state needs, in the words of the columns. */
function explanation(): readonly RowModel[] {
  const label = (fieldId: string) => openingLedger.fields[fieldId]?.label ?? fieldId;
  const states = openingLedger.fields.openingState?.options;
  const lines: readonly (readonly string[])[] = [
    ['状态', '须填写的栏目'],
    ...Object.entries(OPENING_STATES).map(([state, { needs }]) => [
      optionTitle(states, state),
      [...new Set(['applicant', 'itemName', ...needs])].map(label).join('、'),
    ]),
    [
      '说明',
      '清单内备案的，决定类别填“备案”，可不填公布日期；没有收件日期的按最早的日期登记；日期须先后有序，不得晚于今天。',
    ],
  ];
  return lines.map((cells) => ({ cells: cells.map((value) => ({ value, style: EXPLAINED })) }));
}

/** A blank sheet to collect the opening balance with; it imports back without a mapping. */
export function openingTemplate(office: string, clerk: string, on: Day): WorkbookModel {
  const { columns } = openingLedger;
  const blank = ledgerWorkbook({
    ledger: openingLedger,
    columns,
    rows: [],
    office,
    clerk,
    on,
    masked: false,
    nameOf: (_ledgerId, id) => id,
  });
  const sheets = blank.sheets.map((sheet) => ({
    ...sheet,
    validations: columns.flatMap((fieldId, column) => {
      const options = openingLedger.fields[fieldId]?.options ?? [];
      const titles = options.map(({ value }) => optionTitle(options, value));
      const place = { top: sheet.rows.length, left: column, bottom: sheet.rows.length + OFFERED_ROWS, right: column };
      return titles.length === 0 ? [] : [{ ...place, options: titles }];
    }),
  }));
  const help = {
    name: '填写说明',
    widths: [16, 80],
    rows: explanation(),
    merges: [],
    page: { landscape: false, fitToWidth: true },
  };
  return { ...blank, sheets: [...sheets, help] };
}
