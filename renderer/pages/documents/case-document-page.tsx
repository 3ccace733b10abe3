import { useState } from 'react';
import { useLocation } from 'wouter';
import { ISSUE, issueInput } from '../../../shared/documents/issued-documents.ts';
import type { DocumentRequest } from '../../../shared/documents/make-document.ts';
import type { Complaint } from '../../../shared/kit/complaint.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { LoadingLines, StateNote } from '../../components/basics/state-notes.tsx';
import { DocumentPage, type IssueManner } from '../../components/document-page/document-page.tsx';
import { useNotices } from '../../components/session/notice.tsx';
import { recordLink } from '../../components/session/record-link.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import styles from './case-document-page.module.css';
import { DocumentHead } from './document-head.tsx';

type Props = { readonly ledgerId: string; readonly id: string; readonly template: string };

/** One paper of a record: its number and date above, the sheet below, and the act that records that it left the house. */
export function CaseDocumentPage({ ledgerId, id, template }: Props) {
  const { documents, store } = useStoreClient();
  const { say, refuse } = useNotices();
  const [, navigate] = useLocation();
  const version = useDataVersion();
  const [chosen, setChosen] = useState<Partial<DocumentRequest>>({});
  const [refused, setRefused] = useState<readonly Complaint[]>([]);
  const request: DocumentRequest = { ...chosen, template };
  const { data: shown, problem } = useAnswer(`${ledgerId} ${id} ${version} ${JSON.stringify(request)}`, () =>
    documents.caseDocument(ledgerId, id, request),
  );
  const noun = ledgerById(ledgerId)?.noun ?? '记录';
  const back = () => navigate(recordLink(ledgerId, id));
  if (!shown) {
    if (problem === undefined) return <LoadingLines />;
    return <StateNote title="没有生成文书" text={problem} action={{ label: `返回${noun}`, run: back }} />;
  }
  const { made } = shown;
  if (!made.ok) {
    const why = made.complaints.map(({ message }) => message).join('\n');
    return <StateNote title={`现在不能出具“${shown.title}”`} text={why} action={{ label: `返回${noun}`, run: back }} />;
  }

  const choose: typeof setChosen = (change) => {
    setRefused([]);
    setChosen(change);
  };

  const issue = async (manner: IssueManner) => {
    const { on, hash, carries, number } = made;
    const input = issueInput({
      template,
      manner,
      on,
      hash,
      carries,
      ...(number === undefined ? {} : { docNo: number }),
    });
    const outcome = await store.transition({
      ledger: ledgerId,
      id,
      rev: shown.rev,
      transition: ISSUE,
      input,
    });
    setRefused(outcome.ok ? [] : outcome.complaints);
    if (outcome.ok) say({ text: `${shown.title}已登记为${manner.slice(1)}。` });
    else if (outcome.complaints.every(({ field }) => field !== 'docNo')) refuse(outcome);
  };

  return (
    <div className={styles.page}>
      <DocumentHead
        shown={shown}
        made={made}
        noun={noun}
        chosen={chosen}
        refused={refused}
        onChoose={choose}
        onBack={back}
      />
      <DocumentPage
        model={made.model}
        fileName={[shown.caseNo, shown.title].filter((word) => word !== '').join(' ')}
        onIssue={issue}
        {...(shown.issued === undefined ? {} : { issued: `已登记：${shown.issued}` })}
      />
    </div>
  );
}
