import { isBlank } from '../kit/blank.ts';
import { type Complaint, error, warning } from '../kit/complaint.ts';
import { textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Day, Values } from '../kit/values.ts';
import { lateGrant, wasExtended } from './extension-request.ts';
import { progressComplaints } from './lead-case-progress.ts';

const CONSENT = '延期须经党政主要领导同意（一地包案办法）';

/** A later day is needed: an extension to before the limit is none. */
export function extensionRefusals(limitOn: Day, extendedTo: Day): readonly Complaint[] {
  if (extendedTo === '' || limitOn === '' || extendedTo > limitOn) return [];
  return [error('leadCase/extension-earlier', `延至的日期须晚于化解期限 ${limitOn}。`, 'extensionTo')];
}

export const grantedLate = lateGrant('leadCase/extension-late', '化解期限');

/** Rules of one lead case over several fields. */
export function leadCaseComplaints(values: Values, context: LedgerContext): readonly Complaint[] {
  const limitOn = textIn(values, 'limitOn');
  const listedOn = textIn(values, 'listedOn');
  return [
    ...(limitOn !== '' && limitOn < listedOn
      ? [error('leadCase/limit-before', `化解期限（${limitOn}）不能早于列入日期（${listedOn}）`, 'limitOn')]
      : []),
    ...extensionRefusals(limitOn, textIn(values, 'extensionTo')),
    ...(!isBlank(values.extensionTo) && isBlank(values.extensionApprover)
      ? [error('leadCase/extension-approver', '延期须写明同意延期的主要领导。', 'extensionApprover', CONSENT)]
      : []),
    // An act here was judged when it was taken, against the limit of that day.
    ...(wasExtended(values) ? [] : grantedLate(limitOn, textIn(values, 'extensionApprovedOn'), 'extensionApprovedOn')),
    ...(!isBlank(values.closedOn) && isBlank(values.how)
      ? [warning('leadCase/how', '已化解的，请填写化解方式。', 'how')]
      : []),
    ...(isBlank(values.closedOn) && values.calm === true
      ? [warning('leadCase/calm', '已息诉息访的，请登记化解日期和化解方式。', 'closedOn')]
      : []),
    ...progressComplaints(values, context),
  ];
}
