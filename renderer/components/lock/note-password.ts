import { LedgerError } from '../../../shared/kit/complaint.ts';
import { localMoment } from '../../../shared/kit/local-moment.ts';
import { operator as operators } from '../../../shared/ledgers/operator.ts';
import type { StoreApi } from '../../store/store-api.ts';
import { refusalOf } from '../session/refusal-of.ts';

/**
 * Has the log say that an operator's password was set or taken away, and by what. The password itself never comes here.
 * @throws LedgerError where the log refused it.
 */
export async function notePassword(store: StoreApi, id: string, text: string, isSet = true): Promise<void> {
  const view = await store.view(operators.id, id);
  if (!view) throw new LedgerError('operator/unknown', '名册里没有这位操作员，请刷新后再试。记录不受影响。');
  const { rev } = view.row;
  const change = isSet ? { patch: { passwordAt: localMoment(new Date()) } } : { patch: {}, clear: ['passwordAt'] };
  const outcome = await store.write([{ kind: 'edit', ledger: operators.id, id, rev, ...change }], {
    kind: 'edit',
    text,
  });
  if (!outcome.ok) throw new LedgerError('operator/not-noted', refusalOf(outcome));
}
