import { useState } from 'react';
import type { Rev } from '../../../shared/kit/values.ts';
import type { Row } from '../../store/store-api.ts';

/** The record as it was when the typing began: what a save is held against. */
export type EditBase = {
  readonly base: Row;
  /** True once somebody else changed the record under unsaved typing. */
  readonly isStale: boolean;
  /** The next change of the record is this form's own save or act. */
  readonly expectOwn: () => void;
  /** The rev a dialog opened on, or the one after this form's own act where the record had not yet come back with it. */
  readonly seenRev: (rev: Rev) => Rev;
  /** Goes on from what is stored now. */
  readonly catchUp: () => void;
};

/**
 * A clean form follows the record. Once something is typed the base stays, so that a save carries the rev the clerk
 * looked at and the store can refuse it: following on would let the second of two edits win without a word.
 */
export function useEditBase(row: Row, isDirty: boolean): EditBase {
  const [base, setBase] = useState(row);
  const [own, setOwn] = useState<Rev>();
  const follows = !isDirty || base.rev === own;
  if (base.rev !== row.rev && follows) setBase(row);
  return {
    base,
    isStale: base.rev !== row.rev && !follows,
    expectOwn: () => setOwn(base.rev),
    seenRev: (rev) => (rev === own ? row.rev : rev),
    catchUp: () => setBase(row),
  };
}
