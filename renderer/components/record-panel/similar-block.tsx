import { UnstyledButton } from '@mantine/core';
import { Link } from 'wouter';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Values } from '../../../shared/kit/values.ts';
import type { SimilarView } from '../../store/store-api.ts';
import { recordLink } from '../session/record-link.ts';
import styles from './record-panel.module.css';

type Props = {
  readonly ledger: Ledger;
  readonly similar: readonly SimilarView[];
  /** Fills the field that notes which record this one repeats, unsaved. */
  readonly onLink: (values: Values) => void;
};

/** Records that may be the same matter again. The clerk looks and says; nothing is merged. */
export function SimilarBlock({ ledger, similar, onLink }: Props) {
  const link = ledger.similar?.link;
  if (similar.length === 0 || link === undefined) return null;
  return (
    <section className={styles.block} aria-label="疑似重复">
      <h3 className={styles.blockTitle}>疑似重复 {similar.length} 件</h3>
      <ul className={styles.list}>
        {similar.map(({ id, name, title, why }) => (
          <li key={id}>
            <Link href={recordLink(ledger.id, id)} className={styles.link ?? ''}>
              {name} {title}
            </Link>
            <div className={styles.pair}>
              <span className={styles.small}>{why}</span>
              <UnstyledButton fz={12} c="blue.7" onClick={() => onLink({ [link]: id })}>
                记为重复
              </UnstyledButton>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
