import { Button, Group, Text } from '@mantine/core';
import type { ImportView } from '../../store/import/import-api.ts';
import { AnsweredCheckbox } from '../basics/answered-tick.tsx';

type Props = {
  readonly view: ImportView;
  /** The sheets that go along with the one at hand. */
  readonly onJoin: (sheets: readonly number[]) => Promise<void>;
};

/** 1 月 to 12 月: sheets of the same columns that can go along in one import. Nothing is shown where there is none. */
export function SheetsTogether({ view, onJoin }: Props) {
  const alike = view.sheets.flatMap((sheet, index) => (sheet.sameColumns ? [{ ...sheet, index }] : []));
  if (alike.length === 0) return null;
  const visible = alike.filter(({ hidden }) => !hidden).map(({ index }) => index);
  const others = (index: number) => view.joined.filter((one) => one !== index);
  return (
    <Group gap="md" data-testid="sheets-together">
      <Text size="sm">列相同的工作表，可以一起导入、一次撤销：</Text>
      {alike.map(({ name, hidden, index }) => (
        <AnsweredCheckbox
          key={index}
          label={hidden ? `${name}（隐藏）` : name}
          checked={view.joined.includes(index)}
          onTick={(on) => onJoin(on ? [...view.joined, index] : others(index))}
        />
      ))}
      {visible.filter((index) => !view.joined.includes(index)).length > 1 && (
        <Button size="compact-sm" variant="subtle" onClick={() => void onJoin(visible)}>
          全部一起
        </Button>
      )}
    </Group>
  );
}
