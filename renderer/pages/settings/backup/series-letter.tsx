import { Select } from '@mantine/core';
import { SERIES_LETTERS } from '../../../../shared/history/numbering.ts';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useStoreStatus } from '../../../components/session/use-store-status.ts';
import { useTask } from '../../../components/session/use-task.ts';
import { Section } from '../section.tsx';

const NONE = '无';

/** Two PCs that register apart give one number twice, unless one of them adds a letter. */
export function SeriesLetter() {
  const { store } = useStoreClient();
  const { run } = useTask();
  const series = useStoreStatus()?.series;
  if (series === undefined) return null;
  return (
    <Section
      title="本机编号字母"
      hint="只有一台电脑登记时选“无”。几台电脑分别登记时，除一台外各选一个不同的字母，新编号写作 ZR-2026-B0001，不会重号。"
    >
      <Select
        aria-label="本机编号字母"
        w={120}
        data={[NONE, ...SERIES_LETTERS]}
        value={series === '' ? NONE : series}
        onChange={(letter) => run(() => store.setSeries(letter === null || letter === NONE ? '' : letter))}
      />
    </Section>
  );
}
