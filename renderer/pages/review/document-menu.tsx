import { Button, Menu, Text } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { hasError } from '../../../shared/kit/complaint.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useUnsaved } from '../../components/session/unsaved.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import type { DocumentOffer } from '../../store/document-service.ts';

/** 文书: the papers of a case in the order it needs them. One that cannot be made yet says what it waits for. */
export function DocumentMenu({ id }: { readonly id: string }) {
  const { documents } = useStoreClient();
  const { leave } = useUnsaved();
  const [, navigate] = useLocation();
  const version = useDataVersion();
  const [opened, setOpened] = useState(false);
  const { data, problem } = useAnswer(opened ? `${id} ${version}` : undefined, () => documents.documentOffers(id));
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
            onClick={() => leave(() => navigate(`/review/document/${id}/${offer.template}`))}
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
  const [first] = complaints.filter(({ severity }) => severity === 'error');
  const words = first?.message ?? (issued === undefined ? undefined : `已登记：${issued}`);
  if (words === undefined) return null;
  return (
    <Text fz={12} c="var(--quiet)" style={{ whiteSpace: 'normal' }}>
      {words}
    </Text>
  );
}
