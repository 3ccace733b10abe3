import type { Side } from '../../../shared/workbook/import/import-choices.ts';
import type { FieldDifference } from '../../../shared/workbook/import/plan.ts';
import styles from './import-wizard.module.css';

type Props = {
  /** Names the cell for those who hear the page: 第 5 行联系电话. */
  readonly label: string;
  readonly difference: FieldDifference;
  readonly here: string;
  readonly sheet: string;
  readonly onSide: (side: Side) => void;
};

/** Both values of one cell of a conflict, the one that holds marked; a click chooses the other. */
export function ConflictSides({ label, difference, here, sheet, onSide }: Props) {
  const { kept = false, changedHere } = difference;
  const who =
    changedHere && [changedHere.operator, changedHere.at.slice(0, 10)].filter((word) => word !== '').join(' ');
  const sides = [
    { side: 'here', name: '这里', text: here, holds: kept, title: who === undefined ? undefined : `${who} 改` },
    { side: 'sheet', name: '本表', text: sheet, holds: !kept, title: undefined },
  ] as const;
  return (
    <fieldset className={styles.sides} aria-label={`${label}用哪一个`}>
      {sides.map(({ side, name, text, holds, title }) => (
        <button key={side} type="button" aria-pressed={holds} title={title} onClick={() => onSide(side)}>
          <span className={styles.sideName}>{name}</span>
          {text === '' ? '（空）' : text}
        </button>
      ))}
    </fieldset>
  );
}
