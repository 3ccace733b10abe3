import { Button } from '@mantine/core';
import { textIn } from '../../../shared/kit/field-values.ts';
import type { Values } from '../../../shared/kit/values.ts';
import type { Row } from '../../store/store-api.ts';
import { useReferenceBook } from '../session/reference-book.tsx';
import { adoptable } from './adopt-match.ts';
import styles from './record-panel.module.css';

const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

type Props = { readonly row: Row; readonly typed: Values; readonly onAdopt: (values: Values) => void };

/** What the comparison with the catalogue says and why, and what the checks found. */
export function MatchBlock({ row, typed, onAdopt }: Props) {
  const { recordsOf } = useReferenceBook();
  const result = textIn(row.derived, 'matchResult');
  if (result === '') return null;
  const adopted = adoptable(row, typed, recordsOf('catalogueItem'));
  const item = textIn(row.derived, 'matchedItem');
  const findings = lines(textIn(row.derived, 'findingText'));
  return (
    <section className={styles.block} aria-label="清单比对">
      <h3 className={styles.blockTitle}>清单比对：{result}</h3>
      {item !== '' && <div>{item}</div>}
      {lines(textIn(row.derived, 'matchWhy')).map((line) => (
        <div key={line} className={styles.small}>
          {line}
        </div>
      ))}
      <div className={styles.small}>程序建议，由经办人在“比对”一栏认定。</div>
      {adopted && (
        <Button variant="default" h={28} mt={6} onClick={() => onAdopt(adopted)}>
          采用：{String(adopted.listMatch)}
        </Button>
      )}
      {findings.length > 0 && (
        <>
          <h3 className={styles.blockTitle} style={{ marginTop: 12 }}>
            发现 {findings.length} 个问题
          </h3>
          <ol style={{ margin: 0, paddingLeft: 18 }}>
            {findings.map((finding) => (
              <li key={finding} style={{ fontSize: 13, marginBottom: 4 }}>
                {finding}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
