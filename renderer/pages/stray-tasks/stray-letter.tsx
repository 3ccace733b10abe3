import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { DocumentModel } from '../../../shared/documents/document-model.ts';
import { DocumentPage } from '../../components/document-page/document-page.tsx';
import { messageOf } from '../../components/session/message-of.ts';
import { useNotices } from '../../components/session/notice.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';

/** 清单外事项告知（拒绝）函 of one stray task: on its sheet, to print or to save. */
export function StrayLetter({ id }: { readonly id: string }) {
  const { documents } = useStoreClient();
  const { say } = useNotices();
  const [model, setModel] = useState<DocumentModel>();
  const show = () =>
    documents.strayLetter(id).then(setModel, (thrown) => say({ text: messageOf(thrown), grade: 'problem' }));
  return (
    <>
      <Button variant="default" onClick={() => void show()}>
        告知函
      </Button>
      {model && (
        <Modal opened fullScreen onClose={() => setModel(undefined)} title="清单外事项告知（拒绝）函">
          <DocumentPage model={model} />
        </Modal>
      )}
    </>
  );
}
