import { textIn } from '../../../../shared/kit/field-values.ts';
import { isInUse } from '../../../../shared/kit/in-use.ts';
import type { LedgerRecord } from '../../../../shared/kit/values.ts';
import { organisation } from '../../../../shared/ledgers/organisation.ts';
import { useReferenceBook } from '../../../components/session/reference-book.tsx';

/** The units above the communities, district first: the ones papers are headed with. */
export function useOfficeUnits(): readonly LedgerRecord[] {
  const { recordsOf, today } = useReferenceBook();
  const units = recordsOf(organisation.id).filter(({ values }) => isInUse(values, today));
  const ofLevel = (level: string) => units.filter(({ values }) => textIn(values, 'level') === level);
  return [...ofLevel('区'), ...ofLevel('街道')];
}
