import { Link } from 'wouter';
import type { Filter } from '../../../shared/kit/query.ts';
import { STATE_FIELD } from '../../../shared/kit/workflow.ts';
import { rowsLink } from '../../components/session/rows-link.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import styles from './home.module.css';

const DRAFTS: readonly Filter[] = [{ field: STATE_FIELD, is: ['DRAFT'] }];

/** Drafts have no running clock and would be seen nowhere else on this page. */
export function DraftNote() {
  const { store } = useStoreClient();
  const version = useDataVersion();
  const { data } = useAnswer(`drafts ${version}`, () => store.window({ ledger: 'application', filters: DRAFTS }, 0, 0));
  if (!data || data.total === 0) return null;
  return (
    <section className={styles.card} aria-label="草稿">
      <div className={styles.note}>
        有{' '}
        <Link href={rowsLink(DRAFTS)} className={styles.record ?? ''}>
          {data.total} 件草稿
        </Link>{' '}
        还没有登记收件，时限没有开始计算。
      </div>
    </section>
  );
}
