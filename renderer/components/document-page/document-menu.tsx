import { Button, Menu, Text } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { documentTemplatesOf } from '../../../shared/documents/document-templates.ts';
import { errorsOf, hasError } from '../../../shared/kit/complaint.ts';
import type { DocumentOffer } from '../../store/services/document-service.ts';
import { documentLink } from '../session/record-link.ts';
import { useStoreClient } from '../session/store-context.tsx';
import { useUnsaved } from '../session/unsaved.tsx';
import { useAnswer } from '../session/use-answer.ts';
import { useDataVersion } from '../session/use-data-version.ts';

/** A menu that is closed follows no ledger. */
const NONE: readonly string[] = [];

/** 文书: the papers of a record in the order it needs them; nothing for a ledger without papers. One that cannot be made yet says what it waits for. */
export function DocumentMenu({ ledger, id }: { readonly ledger: string; readonly id: string }) {
  const { documents } = useStoreClient();
  const { leave } = useUnsaved();
  const [, navigate] = useLocation();
  const [opened, setOpened] = useState(false);
  const version = useDataVersion(opened ? undefined : NONE);
  const { data, problem } = useAnswer(opened ? `${ledger} ${id} ${version}` : undefined, () =>
    documents.documentOffers(ledger, id),
  );
  if (documentTemplatesOf(ledger).length === 0) return null;
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={340}>
      <Menu.Target>
        <Button variant="default">文书</Button>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflow: 'auto' }}>
        {problem && <Menu.Label>{problem}</Menu.Label>}
        {(data ?? []).map((offer) => (
          <Menu.Item
            key={offer.template}
            disabled={hasError(offer.complaints)}
            onClick={() => leave(() => navigate(documentLink(ledger, id, offer.template)))}
          >
            {offer.title}
            <Under offer={offer} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Under({ offer: { complaints, issued } }: { readonly offer: DocumentOffer }) {
  const [first] = errorsOf(complaints);
  const words = first?.message ?? (issued === undefined ? undefined : `已登记：${issued}`);
  if (words === undefined) return null;
  return (
    <Text fz={12} c="var(--quiet)" style={{ whiteSpace: 'normal' }}>
      {words}
    </Text>
  );
}
