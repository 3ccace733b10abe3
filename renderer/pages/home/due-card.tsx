import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { clockWords } from '../../../shared/deadlines/clock-words.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { stateTitle } from '../../components/basics/shown-text.ts';
import { recordLink } from '../../components/session/record-link.ts';
import type { DueItem } from '../../store/store-api.ts';
import styles from './home.module.css';

type Props = {
  readonly title: string;
  readonly items: readonly DueItem[];
  /** Said where there is nothing; without it the card is left out. */
  readonly none?: string;
};

/** A longer list opens on demand: first what is first due. */
const FIRST = 8;

const toneOf = ({ reading }: DueItem): string | undefined =>
  reading.level === 'red' ? styles.late : reading.level === 'amber' ? styles.soon : undefined;

/** Running cases, one a line: which ledger, what, whose turn, how many days. */
export function DueCard({ title, items, none }: Props) {
  const [all, setAll] = useState(false);
  if (items.length === 0 && none === undefined) return null;
  const shown = all ? items : items.slice(0, FIRST);
  return (
    <section className={styles.card} aria-label={title}>
      <h2 className={styles.cardHead}>
        {title} <span className={styles.count}>{items.length > 0 && `${items.length} 件`}</span>
      </h2>
      {items.length === 0 && <div className={styles.none}>{none}</div>}
      {items.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th style={{ width: 110 }}>台账</th>
              <th>事项</th>
              <th style={{ width: 120 }}>状态</th>
              <th style={{ width: 180 }}>等待谁</th>
              <th style={{ width: 120 }}>时限</th>
              <th style={{ width: 120 }}>到期日</th>
              <th style={{ width: 160 }}>剩余</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((item) => {
              const ledger = ledgerById(item.ledger);
              return (
                <tr key={`${item.ledger} ${item.id} ${item.reading.clock}`}>
                  <td>{ledger?.title}</td>
                  <td title={item.title}>
                    <Link href={recordLink(item.ledger, item.id)} className={styles.record ?? ''}>
                      {item.title}
                    </Link>
                  </td>
                  <td>{ledger ? stateTitle(ledger, item.state) : item.state}</td>
                  <td title={item.waitingFor}>{item.waitingFor}</td>
                  <td title={item.reading.basis}>{item.reading.title}</td>
                  <td>{item.reading.dueOn}</td>
                  <td className={toneOf(item)}>{clockWords(item.reading)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {items.length > FIRST && !all && (
        <UnstyledButton c="blue.7" px={16} py={8} onClick={() => setAll(true)}>
          其余 {items.length - FIRST} 件
        </UnstyledButton>
      )}
    </section>
  );
}
