import type { ReactNode } from 'react';
import { textIn } from '../../../../shared/kit/field-values.ts';
import type { Day } from '../../../../shared/kit/values.ts';
import { type ParameterSeries, rowAfter, rowOn } from '../../../../shared/rules/dated-parameter.ts';
import words from '../../../components/basics/words.module.css';
import styles from '../settings.module.css';
import { valueWords } from './value-words.ts';

type Props = {
  readonly series: ParameterSeries;
  readonly today: Day;
  /** Whether the key is a name people use; the keys of limits are numbers of the program. */
  readonly isNamed: boolean;
  readonly children: ReactNode;
};

/** One parameter: what holds today, on which basis, since when, and what it will change to. */
export function ParameterRow({ series, today, isNamed, children }: Props) {
  const current = rowOn(series, today)?.values;
  const next = rowAfter(series, today)?.values;
  const shown = current ?? next ?? series.rows.at(-1)?.values ?? {};
  return (
    <tr>
      {isNamed && <td className={words.nowrap}>{series.key}</td>}
      <td className={styles.title}>{textIn(shown, 'title')}</td>
      <td>
        <div>
          {current ? valueWords(current) : '今天没有生效的值'}{' '}
          {current?.inferred === true && <span className={words.mark}>可调整的默认值</span>}
        </div>
        {next && (
          <div className={styles.next}>
            {textIn(next, 'from')} 起改为 {valueWords(next)}
          </div>
        )}
      </td>
      <td className={words.quiet}>{textIn(shown, 'basis')}</td>
      <td className={words.nowrap}>{textIn(shown, 'from')} 起</td>
      <td className={words.act}>{children}</td>
    </tr>
  );
}
