import { isBlank } from '../kit/blank.ts';
import { type Complaint, warning } from '../kit/complaint.ts';
import { textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { stepsOf } from '../kit/steps.ts';
import type { Values } from '../kit/values.ts';
import { STATE_FIELD } from '../kit/workflow.ts';
import { disputeStandsAt, disputeWorkflow } from './dispute-workflow.ts';
import { placeComplaints } from './place-checks.ts';

/** Rules of one dispute beyond the order of its days: an export without its way, a word the acts do not bear out. */
export function disputeComplaints(values: Values, context: LedgerContext): readonly Complaint[] {
  const outcome = textIn(values, 'outcome');
  const state = textIn(values, STATE_FIELD);
  const tookStep = stepsOf({ id: '', rev: '', values }).length > 0;
  const stateTitle = disputeWorkflow.states[state]?.title ?? state;
  return [
    ...(outcome === '导出其他途径' && isBlank(values.route)
      ? [warning('dispute/route', '导出其他途径的，请写明导出到哪里', 'route')]
      : []),
    ...(tookStep && outcome !== '' && disputeStandsAt(values) !== state
      ? [warning('dispute/unrecorded', `化解情况填的是“${outcome}”，办理环节登记到“${stateTitle}”`, 'outcome')]
      : []),
    ...(!isBlank(values.settledOn) && (outcome === '待分派' || outcome === '调解中')
      ? [warning('dispute/still-open', `已填办结日期，化解情况还是“${outcome}”`, 'outcome')]
      : []),
    ...placeComplaints(values, context),
  ];
}
