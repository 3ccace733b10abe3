import { Button } from '@mantine/core';
import { memo } from 'react';
import { Link, useLocation } from 'wouter';
import { type WayOn, waysOn } from '../../../shared/kit/case-links.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { isRestricted } from '../../../shared/kit/restricted.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import type { LinkedCase, RecordView } from '../../store/store-api.ts';
import { recordLink, successorLink } from '../session/record-link.ts';
import { useUnsaved } from '../session/unsaved.tsx';
import styles from './record-panel.module.css';

type Props = { readonly ledger: Ledger; readonly view: RecordView };

/** 关联: what this case came from, what came of it, and what may be made from it. */
export const LinksBlock = memo(function LinksBlock({ ledger, view: { row, refersTo, referredBy } }: Props) {
  const { leave } = useUnsaved();
  const [, navigate] = useLocation();
  // What was said in a restricted case is not carried on into one that others read.
  const ways = isRestricted(ledger, row.values) ? [] : waysOn(ledger, row.values);
  const offered = ways.filter(({ successor }) => ledgerById(successor.ledger) !== undefined);
  const rows = offered.filter((one) => one.row !== undefined);
  const acts = offered.filter((one) => one.row === undefined);
  const take = ({ successor, row: of }: WayOn) => navigate(successorLink(successor.ledger, ledger.id, row.id, of?.id));
  const button = (way: WayOn) => (
    <Button
      key={`${way.successor.ledger} ${way.successor.field} ${way.row?.id}`}
      variant="default"
      h={28}
      style={{ flexShrink: 0 }}
      {...(way.row ? { 'aria-label': `${way.successor.act}：${way.row.name}` } : {})}
      onClick={() => leave(() => take(way))}
    >
      {way.successor.act}
    </Button>
  );
  if (offered.length === 0 && refersTo.length === 0 && referredBy.length === 0) return null;
  return (
    <section className={styles.block} aria-label="关联">
      <h3 className={styles.blockTitle}>关联</h3>
      <ul className={styles.list}>
        {refersTo.map((one) => (
          <Linked key={`to ${one.ledger} ${one.id} ${one.by}`} one={one} words={one.by} />
        ))}
        {referredBy.map((one) => (
          <Linked key={`by ${one.ledger} ${one.id} ${one.by}`} one={one} words={ledgerById(one.ledger)?.title ?? ''} />
        ))}
        {rows.map((way) => (
          <li key={way.row?.id} className={styles.pair}>
            <span>{way.row?.name}</span>
            {button(way)}
          </li>
        ))}
      </ul>
      {acts.length > 0 && (
        <div className={styles.wanted} style={{ marginTop: 8 }}>
          {acts.map(button)}
        </div>
      )}
    </section>
  );
});

function Linked({
  one: { ledger, id, name, state, hidden },
  words,
}: {
  readonly one: LinkedCase;
  readonly words: string;
}) {
  return (
    <li className={styles.pair}>
      <span>
        {`${words}　`}
        {hidden ? (
          name
        ) : (
          <Link href={recordLink(ledger, id)} className={styles.link ?? ''}>
            {name}
          </Link>
        )}
      </span>
      <span className={styles.small}>{state}</span>
    </li>
  );
}
