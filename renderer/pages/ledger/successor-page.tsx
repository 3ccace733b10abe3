import { useLocation } from 'wouter';
import type { Draft } from '../../../shared/history/draft.ts';
import { caseName, rowCarriedOn, successorValues } from '../../../shared/kit/case-links.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { LoadingLines, StateNote } from '../../components/basics/state-notes.tsx';
import { LedgerWorkspace, NEW } from '../../components/ledger-workspace/ledger-workspace.tsx';
import { useReferenceBook, WithCaseNames } from '../../components/session/reference-book.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';

type Props = {
  readonly ledgerId: string;
  readonly sourceId: string;
  readonly id: string;
  /** The child row it is made from, where it is made from one. */
  readonly row: string | undefined;
};

/** The empty form of a ledger with what a record of another one brings along; it is saved once the clerk has looked at it. */
export function SuccessorPage({ ledgerId, sourceId, id, row }: Props) {
  const [, navigate] = useLocation();
  const { store } = useStoreClient();
  const { today } = useReferenceBook();
  const source = ledgerById(sourceId);
  const target = ledgerById(ledgerId);
  const successor = source?.leadsTo.find((one) => one.ledger === ledgerId);
  const { data, problem } = useAnswer(`${sourceId} ${id}`, () => store.view(sourceId, id));
  if (!source || !target || !successor || problem !== undefined) {
    return (
      <StateNote
        title="没有打开新的登记"
        text={problem ?? '这一版程序里没有这种关联，数据没有受影响。'}
        action={{ label: '回到工作台', run: () => navigate('/') }}
      />
    );
  }
  if (!data) return <LoadingLines />;
  const { rev } = data.row;
  const carriedOn = (made: string): readonly Draft[] =>
    row === undefined
      ? []
      : [{ kind: 'edit', ledger: sourceId, id, rev, patch: rowCarriedOn(successor, data.row, row, made) }];
  return (
    <WithCaseNames names={{ [id]: caseName(source, data.row) }}>
      <LedgerWorkspace
        ledger={target}
        path={`/ledger/${target.id}`}
        open={NEW}
        initial={successorValues(successor, source, data.row, target, { today }, row)}
        along={carriedOn}
        purpose={`还没有${target.noun}。右边已带入${source.noun}的内容，核对后保存。`}
      />
    </WithCaseNames>
  );
}
