import { type ClipboardEvent, type KeyboardEvent, type RefObject, useId } from 'react';
import styles from './entry-grid.module.css';

/** What is being typed into the current cell. `isInside`: by F2, so that the arrows move in the text. */
export type Typing = { readonly text: string; readonly isInside: boolean; readonly highlighted: number };

type Props = {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** Where the current cell lies. */
  readonly top: number;
  readonly height: number;
  readonly width: number;
  readonly left: number;
  readonly cellWidth: number | string;
  readonly isFrozen: boolean;
  readonly label: string;
  /** What the cell holds, for whoever cannot see it. */
  readonly shown: string;
  readonly typing: Typing | undefined;
  readonly isOpen: boolean;
  readonly problem: string | undefined;
  /** Words to choose from, those that fit what is typed. */
  readonly words: readonly string[];
  readonly onType: (text: string) => void;
  readonly onChoose: (word: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onCut: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onBlur: () => void;
};

/**
 * The one input of the sheet. It lies over the current cell and always has the focus, so that typing, with an input method
 * too, begins in it: a key pressed on anything else would reach an input method too late.
 */
export function EntryInput(props: Props) {
  const { inputRef, top, height, width, left, cellWidth, isFrozen, typing, isOpen, problem, words } = props;
  const list = useId();
  const note = useId();
  const isListed = typing !== undefined && words.length > 0;
  return (
    <div className={styles.over} style={{ top, height, width }}>
      <input
        ref={inputRef}
        className={styles.input}
        style={isFrozen ? { left, marginLeft: left, width: cellWidth } : { left, width: cellWidth }}
        data-frozen={isFrozen ? '' : undefined}
        data-waits={typing ? undefined : ''}
        role="combobox"
        aria-expanded={isListed}
        aria-controls={isListed ? list : undefined}
        aria-activedescendant={isListed && typing.highlighted >= 0 ? `${list}-${typing.highlighted}` : undefined}
        aria-autocomplete="list"
        aria-label={props.label}
        aria-description={props.shown}
        aria-invalid={problem !== undefined}
        aria-errormessage={problem === undefined ? undefined : note}
        autoComplete="off"
        readOnly={!isOpen}
        value={typing?.text ?? ''}
        onChange={(event) => props.onType(event.currentTarget.value)}
        onCompositionStart={() => typing === undefined && props.onType('')}
        onKeyDown={props.onKeyDown}
        onCopy={props.onCopy}
        onCut={props.onCut}
        onPaste={props.onPaste}
        onBlur={props.onBlur}
      />
      {isListed && (
        <div className={styles.below} style={{ left }}>
          <div id={list} role="listbox" aria-label={props.label} className={styles.words}>
            {words.map((word, place) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys
              <div
                key={word}
                id={`${list}-${place}`}
                role="option"
                tabIndex={-1}
                aria-selected={place === typing.highlighted}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => props.onChoose(word)}
              >
                {word}
              </div>
            ))}
          </div>
        </div>
      )}
      {problem !== undefined && !isListed && (
        <div id={note} role="alert" className={`${styles.below} ${styles.problem}`} style={{ left }}>
          {problem}
        </div>
      )}
    </div>
  );
}
