import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Filter } from '../../../shared/kit/query.ts';
import { STATE_FIELD } from '../../../shared/kit/workflow.ts';

/** A tab of 准入审核: which cases it shows, and where its question needs it, in which columns and order. */
export type ReviewView = {
  readonly id: string;
  readonly title: string;
  readonly filters: readonly Filter[];
  readonly layout?: Pick<Ledger, 'columns' | 'sortedBy'>;
};

const inStates = (...states: string[]): readonly Filter[] => [{ field: STATE_FIELD, is: states }];

/** States from the letter's arrival to the decision; what the street and the district have on their desks. */
const STREET = ['DRAFT', 'RECEIVED', 'SUPPLEMENT', 'COMM_OPINION', 'STREET_REVIEW'];
const DISTRICT = ['DISTRICT_REVIEW', 'DECIDING', 'DEFERRED'];
const ADMITTED = ['APPROVED', 'PUBLISHED', 'AGREED', 'ACTIVE', 'SUSPENDED', 'EVALUATING', 'RENEWING'];

export const REVIEW_VIEWS: readonly ReviewView[] = [
  { id: 'all', title: '全部', filters: [] },
  { id: 'open', title: '在办', filters: inStates(...STREET, ...DISTRICT) },
  { id: 'street', title: '待街道', filters: inStates(...STREET) },
  { id: 'district', title: '待区级', filters: inStates(...DISTRICT) },
  { id: 'admitted', title: '已准入', filters: inStates(...ADMITTED) },
  {
    id: 'evaluate',
    title: '待评估',
    filters: [{ field: 'evaluateBy', blank: false }],
    layout: {
      columns: ['itemName', 'caseNo', STATE_FIELD, 'evaluateBy', 'expiresOn', 'satisfaction', 'applicant', 'fundsFlag'],
      sortedBy: { field: 'evaluateBy' },
    },
  },
  { id: 'rejected', title: '不予', filters: inStates('REJECTED') },
  { id: 'wanted', title: '待补', filters: [{ field: 'wantedFields', blank: false }] },
  { id: 'offList', title: '清单外', filters: [{ field: 'matchResult', is: ['清单外'] }] },
  { id: 'forbidden', title: '负面', filters: [{ field: 'matchResult', is: ['负面'] }] },
];
