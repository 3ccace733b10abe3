import { type ReactNode, useEffect } from 'react';
import { useLocation } from 'wouter';
import { isExample } from '../../desktop/example-mode.ts';
import styles from './frame.module.css';
import { FrameExample } from './frame-example.tsx';
import { FrameMoved } from './frame-moved.tsx';
import { FrameNav } from './frame-nav.tsx';
import { FrameNotice } from './frame-notice.tsx';
import { FrameStatus } from './frame-status.tsx';
import { FrameTop } from './frame-top.tsx';
import { readPagesAhead } from './late-page.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { UndoKeys } from './undo-keys.tsx';
import { useSaveKey } from './use-save-key.ts';

/** What stays while pages change: navigation left, place and search on top, the state of the data below. */
export function Frame({ children }: { readonly children: ReactNode }) {
  useSaveKey();
  useEffect(readPagesAhead, []);
  const [location] = useLocation();
  return (
    <div className={styles.frame}>
      <FrameNav />
      <main className={styles.main}>
        {isExample && <FrameExample />}
        <FrameTop />
        <div className={styles.page}>
          <PageBoundary place={location}>{children}</PageBoundary>
        </div>
        <FrameMoved />
        <FrameNotice />
        <UndoKeys />
      </main>
      <FrameStatus />
    </div>
  );
}
