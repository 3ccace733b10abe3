import { Button } from '@mantine/core';
import { startTransition, useState } from 'react';
import type { OpenedFile } from '../../../shared/desktop-api.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { ImportWizard } from '../import-wizard/import-wizard.tsx';
import type { TableState } from '../ledger-table/use-table-state.ts';
import { useUnsaved } from '../session/unsaved.tsx';
import styles from './entry-grid.module.css';
import { EntryGrid } from './entry-grid.tsx';

type Props = {
  readonly state: TableState;
  readonly initial: Values;
  readonly onDone: () => void;
};

/** The sheet to type in, and in its place the preview of what was pasted into it. */
export function SheetEntry({ state, initial, onDone }: Props) {
  const { leave } = useUnsaved();
  const [pasted, setPasted] = useState<OpenedFile>();
  // A sheet goes and a wizard comes: drawn between whatever else the page has to do.
  const onPasted = (file: OpenedFile) => leave(() => startTransition(() => setPasted(file)));
  if (!pasted) return <EntryGrid state={state} initial={initial} onPasted={onPasted} onDone={onDone} />;
  const back = () => setPasted(undefined);
  return (
    <div className={styles.pasted}>
      <Button variant="default" onClick={back} style={{ alignSelf: 'flex-start' }}>
        回到表格录入
      </Button>
      <ImportWizard ledger={state.ledger} given={pasted} onDone={back} />
    </div>
  );
}
