import type { ReactNode } from 'react';
import { NoticeProvider } from '../components/session/notice.tsx';
import { ReferenceBookProvider } from '../components/session/reference-book.tsx';
import { SearchProvider } from '../components/session/search-box.tsx';
import { StoreProvider } from '../components/session/store-context.tsx';
import { UnsavedProvider } from '../components/session/unsaved.tsx';
import { useStoreStatus } from '../components/session/use-store-status.ts';
import type { StoreClient } from '../store/store-client.ts';
import { Frame } from './frame/frame.tsx';
import { latePage } from './frame/late-page.tsx';
import { SeriesGate } from './gates/series-gate.tsx';
import { Routes } from './routes.tsx';
import { useTellStore } from './use-tell-store.ts';

const FirstStartPage = latePage(async () => (await import('../pages/first-start/first-start-page.tsx')).FirstStartPage);

/** The program over an open store: first start while there is no office yet, the frame with its pages after. */
export function Workplace({ client }: { readonly client: StoreClient }) {
  return (
    <StoreProvider client={client}>
      <NoticeProvider>
        <UnsavedProvider>
          <SearchProvider>
            <ReferenceBookProvider>
              <SetUp>
                <Frame>
                  <Routes />
                </Frame>
              </SetUp>
            </ReferenceBookProvider>
          </SearchProvider>
        </UnsavedProvider>
      </NoticeProvider>
    </StoreProvider>
  );
}

function SetUp({ children }: { readonly children: ReactNode }) {
  useTellStore();
  const status = useStoreStatus();
  if (!status) return null;
  if (status.office === '') return <FirstStartPage />;
  return status.asksSeries === undefined ? children : <SeriesGate letter={status.asksSeries} />;
}
