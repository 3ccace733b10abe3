import { useReferenceBook } from '../../components/session/reference-book.tsx';
import type { NameBook } from './form-value-options.ts';

/** Units by their names and choices with their options, for choosing which records a form counts. */
export function useNameBook(): NameBook {
  const { recordsOf, nameOf, lookup } = useReferenceBook();
  return { records: recordsOf, nameOf, options: lookup.options };
}
