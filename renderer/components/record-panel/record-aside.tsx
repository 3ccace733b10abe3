import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Values } from '../../../shared/kit/values.ts';
import type { RecordView } from '../../store/store-api.ts';
import { ActionsBlock } from './actions-block.tsx';
import { ClocksBlock } from './clocks-block.tsx';
import { HistoryBlock } from './history-block.tsx';
import { LinksBlock } from './links-block.tsx';
import { MatchBlock } from './match-block.tsx';
import styles from './record-panel.module.css';
import { SimilarBlock } from './similar-block.tsx';
import { TimelineBlock } from './timeline-block.tsx';
import { WantedBlock } from './wanted-block.tsx';

type Props = {
  readonly ledger: Ledger;
  readonly view: RecordView;
  /** The form as it stands, unsaved typing included. */
  readonly typed: Values;
  readonly isDirty: boolean;
  /** Fills fields of the form, unsaved. */
  readonly onFill: (values: Values) => void;
  readonly onTake: (transition: string) => void;
};

/** What surrounds a record: its limits, what may be done now, what was done. A block is drawn again where it says something else. */
export function RecordAside({ ledger, view, typed, isDirty, onFill, onTake }: Props) {
  const { row, clocks, offers } = view;
  // What is to be done about another office's record is that office's.
  const isOwn = row.office === undefined;
  return (
    <div className={styles.aside}>
      <ClocksBlock clocks={clocks} />
      {isOwn && (
        <>
          <ActionsBlock ledger={ledger} offers={offers} isDirty={isDirty} onTake={onTake} />
          <MatchBlock row={row} typed={typed} onAdopt={onFill} />
          <SimilarBlock ledger={ledger} similar={view.similar} onLink={onFill} />
        </>
      )}
      <LinksBlock ledger={ledger} view={view} />
      {isOwn && <WantedBlock complaints={view.complaints} typed={typed} />}
      <TimelineBlock ledger={ledger} record={row} />
      <HistoryBlock ledger={ledger} id={row.id} rev={row.rev} />
    </div>
  );
}
