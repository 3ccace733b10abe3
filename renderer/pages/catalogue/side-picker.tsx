import { Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import type { CatalogueVersion } from '../../../shared/access/catalogue/catalogue-versions.ts';
import type { Day } from '../../../shared/kit/values.ts';
import type { CatalogueSide } from '../../store/services/catalogue-service.ts';
import { versionTitle } from './catalogue-views.ts';

type Props = {
  readonly label: string;
  readonly versions: readonly CatalogueVersion[];
  readonly side: CatalogueSide;
  readonly today: Day;
  readonly onChange: (side: CatalogueSide) => void;
};

const ON_A_DAY = 'day';

/** One side of a comparison: a version, or a day. */
export function SidePicker({ label, versions, side, today, onChange }: Props) {
  return (
    <>
      <Select
        label={label}
        w={300}
        value={'day' in side ? ON_A_DAY : `v:${side.version}`}
        data={[
          ...versions.map((version) => ({ value: `v:${version.label}`, label: versionTitle(version) })),
          { value: ON_A_DAY, label: '某一天有效的全部条目' },
        ]}
        onChange={(chosen) => {
          if (chosen !== null) onChange(chosen === ON_A_DAY ? { day: today } : { version: chosen.slice(2) });
        }}
      />
      {'day' in side && (
        <DateInput
          label="日期"
          w={130}
          valueFormat="YYYY-MM-DD"
          value={side.day}
          onChange={(day) => day !== null && onChange({ day })}
        />
      )}
    </>
  );
}
