import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { hasError } from '../../../shared/kit/complaint.ts';
import type { FieldSpec } from '../../../shared/kit/fields.ts';
import type { Side } from '../../../shared/workbook/import/import-choices.ts';
import { isImportable } from '../../../shared/workbook/import/mapping.ts';
import type { PlanCell } from '../../../shared/workbook/import/plan.ts';
import type { PlanRowView } from '../../store/import/import-api.ts';
import { isComposing } from '../shortcuts/keys.ts';
import { ConflictSides } from './conflict-sides.tsx';
import styles from './import-wizard.module.css';
import { placeName } from './import-words.ts';

export type PlanColumn = { readonly field: string; readonly spec: FieldSpec };

type Props = {
  readonly row: PlanRowView;
  readonly column: PlanColumn;
  /** Undefined takes a mending back. */
  readonly onMend: (row: number, field: string, text: string | undefined) => void;
  /** In a conflict: whose value holds in the cell. */
  readonly onSide: (row: number, field: string, side: Side) => void;
};

/** What a field will hold; a double click, or Enter on the cell, writes over it in place and comes back to the cell. */
export function ValueCell({ row, column, onMend, onSide }: Props) {
  const [typing, setTyping] = useState(false);
  const { field, spec } = column;
  const cell = row.cells.find((one) => one.field === field);
  const complaints = row.complaints.filter((complaint) => complaint.field === field);
  const isWrong = hasError(complaints);
  const isUnread = isWrong || row.status === 'setAside';
  const text = row.texts[field] ?? (isUnread ? (cell?.shown ?? '') : '');
  const difference = row.differences.find((one) => one.field === field);
  const notes = [
    ...complaints.map((complaint) => complaint.message),
    ...(cell === undefined ? [] : notesOf(cell)),
    ...(row.storedTexts[field] === undefined ? [] : [`原来是“${row.storedTexts[field]}”`]),
  ];
  // The state follows from the other fields; nobody types it.
  const canMend = isImportable(spec);
  const mended = cell?.from === 'mended';
  const mark = markOf(isWrong, mended, complaints.length, notes.length);
  const label = `${placeName(row.place)}${spec.label}`;
  const typeOnEnter = (event: KeyboardEvent) => {
    // Buttons in the cell have their own.
    if (!canMend || event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    setTyping(true);
  };
  if (typing) {
    return (
      <td data-mark={mark} tabIndex={-1}>
        <MendInput
          label={label}
          start={isWrong || mended ? (cell?.shown ?? '') : text}
          onDone={(words) => {
            setTyping(false);
            if (words !== undefined) onMend(row.row, field, words);
          }}
          onTakeBack={
            mended
              ? () => {
                  setTyping(false);
                  onMend(row.row, field, undefined);
                }
              : undefined
          }
        />
      </td>
    );
  }
  if (difference?.kept !== undefined && row.action !== 'create') {
    const here = row.storedTexts[field] ?? '';
    return (
      <td data-mark="conflict" tabIndex={-1} onDoubleClick={() => setTyping(true)} onKeyDown={typeOnEnter}>
        <ConflictSides
          label={label}
          difference={difference}
          here={here}
          sheet={text}
          onSide={(side) => onSide(row.row, field, side)}
        />
      </td>
    );
  }
  return (
    <td
      data-mark={mark}
      className={spec.kind === 'money' ? styles.number : undefined}
      tabIndex={-1}
      onDoubleClick={() => canMend && setTyping(true)}
      onKeyDown={typeOnEnter}
      // The browser's own: a thousand cells with a component each would hold the page for longer than a blink.
      title={titleOf(notes, canMend)}
    >
      {notes.length === 0 ? (
        text
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a table full of buttons would be read out as one.
        <span role="button" tabIndex={0} aria-label={[label, ...notes, ...(canMend ? ['按回车修改'] : [])].join('，')}>
          {text === '' ? '（空）' : text}
        </span>
      )}
    </td>
  );
}

function titleOf(notes: readonly string[], canMend: boolean): string | undefined {
  if (!canMend) return notes.join('；') || undefined;
  return notes.length === 0 ? '双击修改' : `${notes.join('；')}（双击修改）`;
}

function markOf(isWrong: boolean, mended: boolean, complaints: number, notes: number): string | undefined {
  if (isWrong) return 'wrong';
  if (mended) return 'mended';
  if (complaints > 0) return 'warned';
  return notes > 0 ? 'read' : undefined;
}

type InputProps = {
  readonly label: string;
  readonly start: string;
  /** Undefined: nothing was changed. */
  readonly onDone: (words: string | undefined) => void;
  readonly onTakeBack: (() => void) | undefined;
};

function MendInput({ label, start, onDone, onTakeBack }: InputProps) {
  const [words, setWords] = useState(start);
  const finish = () => onDone(words === start ? undefined : words);
  return (
    <TextInput
      size="xs"
      w={180}
      aria-label={`修改${label}`}
      autoFocus
      value={words}
      rightSectionWidth={onTakeBack ? 44 : 0}
      rightSection={
        onTakeBack && (
          <button type="button" className={styles.takeBack} onMouseDown={onTakeBack}>
            还原
          </button>
        )
      }
      onChange={(event) => setWords(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        // Keys that end a word of the input method are not the clerk's.
        if (isComposing(event.nativeEvent)) return;
        const cell = event.currentTarget.closest('td');
        // Going back to the cell leaves the input, which finishes it.
        if (event.key === 'Enter') cell?.focus();
        if (event.key !== 'Escape') return;
        flushSync(() => onDone(undefined));
        cell?.focus();
      }}
    />
  );
}

const SOURCES: { readonly [from in PlanCell['from']]: string | undefined } = {
  cell: undefined,
  merged: '取自合并的单元格',
  fillDown: '按上面的行填写',
  constant: '整份文件统一填写',
  mended: undefined,
};

function notesOf(cell: PlanCell): readonly string[] {
  return [SOURCES[cell.from], cell.changed].filter((note) => note !== undefined);
}
