import { UnstyledButton } from '@mantine/core';
import type { Month } from '../../../shared/kit/values.ts';
import type { MonthCount } from '../../../shared/workbench/month-figures.ts';
import styles from './home.module.css';
import { monthWords } from './month-words.ts';

const HEIGHT = 26;

type Props = {
  readonly title: string;
  readonly months: readonly MonthCount[];
  readonly onOpen: (month: Month) => void;
};

/** A year as bars, the present month last and darker; each opens what came in its month. */
export function MonthBars({ title, months, onOpen }: Props) {
  const most = Math.max(1, ...months.map(({ received }) => received));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form
    <div role="group" aria-label={title} className={styles.bars} style={{ height: HEIGHT }}>
      {months.map((count, place) => (
        <MonthBar
          key={count.month}
          count={count}
          share={count.received / most}
          isNow={place === months.length - 1}
          onOpen={onOpen}
        />
      ))}
    </div>
  );
}

type BarProps = Pick<Props, 'onOpen'> & {
  readonly count: MonthCount;
  readonly share: number;
  readonly isNow: boolean;
};

function MonthBar({ count: { month, received }, share, isNow, onOpen }: BarProps) {
  const words = `${monthWords(month)}：收到 ${received} 件`;
  const height = received === 0 ? 1 : Math.max(2, share * HEIGHT);
  const bar = <span style={{ height }} data-now={isNow ? '' : undefined} />;
  if (received === 0) {
    return (
      <span className={styles.bar} title={words}>
        {bar}
      </span>
    );
  }
  return (
    <UnstyledButton className={styles.bar} title={words} aria-label={words} onClick={() => onOpen(month)}>
      {bar}
    </UnstyledButton>
  );
}
