import { Button, Kbd, Modal } from '@mantine/core';
import { useState } from 'react';
import { SHORTCUT_PLACES, SHORTCUTS } from '../../components/shortcuts/shortcuts.ts';
import { useShortcut } from '../../components/shortcuts/use-shortcut.ts';
import styles from './frame.module.css';

/** 快捷键: every key the program obeys, by where it works. */
export function ShortcutSheet() {
  const [isOpen, setOpen] = useState(false);
  useShortcut('keys', () => setOpen(true));
  return (
    <>
      <Button variant="subtle" c="var(--plain)" px={8} flex="none" title="Ctrl+/" onClick={() => setOpen(true)}>
        快捷键
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title="快捷键" size={720}>
        {SHORTCUT_PLACES.map((place) => (
          <table key={place} className={styles.keys}>
            <caption>{place}</caption>
            <tbody>
              {Object.entries(SHORTCUTS)
                .filter(([, one]) => one.place === place)
                .map(([id, { keys, does }]) => (
                  <tr key={id}>
                    <th scope="row">
                      {keys.map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </th>
                    <td>{does}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        ))}
      </Modal>
    </>
  );
}
