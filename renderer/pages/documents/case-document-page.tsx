import { useState } from 'react';
import { useLocation } from 'wouter';
import { issueInput } from '../../../shared/documents/issued-documents.ts';
import type { DocumentRequest } from '../../../shared/documents/make-document.ts';
import type { Complaint } from '../../../shared/kit/complaint.ts';
import { LoadingLines, StateNote } from '../../components/basics/state-notes.tsx';
import { DocumentPage, type IssueManner } from '../../components/document-page/document-page.tsx';
import { useNotices } from '../../components/session/notice.tsx';
import { recordLink } from '../../components/session/record-link.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import { refusalOf } from '../../components/session/use-task.ts';
import { useToday } from '../../components/session/use-today.ts';
import styles from './case-document-page.module.css';
import { DocumentHead } from './document-head.tsx';

type Props = { readonly id: string; readonly template: string };

/** One paper of a case: its number and date above, the sheet below, and the act that records that it left the house. */
export function CaseDocumentPage({ id, template }: Props) {
  const { documents, store } = useStoreClient();
  const { say } = useNotices();
  const [, navigate] = useLocation();
  const today = useToday();
  const version = useDataVersion();
  const [chosen, setChosen] = useState<Partial<DocumentRequest>>({});
  const [refused, setRefused] = useState<readonly Complaint[]>([]);
  const request: DocumentRequest = { on: today, ...chosen, template };
  // What is shown and what is issued are one: the request stays beside its answer while the next is under way.
  const { data, problem } = useAnswer(`${id} ${version} ${JSON.stringify(request)}`, async () => ({
    shown: await documents.caseDocument(id, request),
    on: request.on,
  }));
  const back = () => navigate(recordLink('application', id));
  if (!data) {
    if (problem === undefined) return <LoadingLines />;
    return (
      <StateNote
        title="没有生成文书"
        text={problem}
        action={{ label: '返回准入审核', run: () => navigate('/review') }}
      />
    );
  }
  const { shown, on } = data;
  const { made } = shown;
  if (!made.ok) {
    const why = made.complaints.map(({ message }) => message).join('\n');
    return <StateNote title={`现在不能出具“${shown.title}”`} text={why} action={{ label: '返回申请', run: back }} />;
  }

  const choose: typeof setChosen = (change) => {
    setRefused([]);
    setChosen(change);
  };

  const issue = async (manner: IssueManner) => {
    const { hash, carries, number } = made;
    const input = issueInput({
      template,
      manner,
      on,
      hash,
      carries,
      ...(number === undefined ? {} : { docNo: number }),
    });
    const outcome = await store.transition({
      ledger: 'application',
      id,
      rev: shown.rev,
      transition: 'issueDocument',
      input,
    });
    setRefused(outcome.ok ? [] : outcome.complaints);
    if (outcome.ok) say({ text: `${shown.title}已登记为${manner.slice(1)}，见申请的办理过程。` });
    else if (outcome.complaints.every(({ field }) => field !== 'docNo'))
      say({ text: refusalOf(outcome), grade: 'problem' });
  };

  return (
    <div className={styles.page}>
      <DocumentHead
        shown={shown}
        made={made}
        on={request.on}
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
