import { type Complaint, warning } from '../kit/complaint.ts';
import { rowsIn, textIn } from '../kit/field-values.ts';
import { date, type FieldMap, integer, specsOf, text } from '../kit/fields.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import type { PairingValues } from '../ledgers/pairing.ts';

const fields: FieldMap = {
  visitCount: integer('走访次数').automatic().width(8),
  lastVisit: date('最近走访').automatic(),
  progress: text('进展').automatic().width(8),
};

export const pairingDerived: DerivedFields = {
  fields: specsOf(fields),
  compute: ({ values }) => {
    const visits = rowsIn(values, 'visits').map((row) => textIn(row, 'on'));
    const last = visits.toSorted().at(-1) ?? '';
    const ended = textIn(values, 'endedOn') !== '';
    return {
      visitCount: visits.length,
      ...(last === '' ? {} : { lastVisit: last }),
      progress: ended ? textIn(values, 'outcome') || '已完成' : '结对中',
    };
  },
};

/** 党群结亲 names the member and the household, 联手共建 the project. */
export function pairingComplaints({ mode, member, household, project }: PairingValues): readonly Complaint[] {
  const complaints: Complaint[] = [];
  if (mode === '党群结亲' && member === undefined) {
    complaints.push(warning('pairing/member', '党群结亲请写明联系党员', 'member'));
  }
  if (mode === '党群结亲' && household === undefined) {
    complaints.push(warning('pairing/household', '党群结亲请写明结亲户', 'household'));
  }
  if (mode === '联手共建' && project === undefined) {
    complaints.push(warning('pairing/project', '联手共建请写明共建项目', 'project'));
  }
  return complaints;
}
