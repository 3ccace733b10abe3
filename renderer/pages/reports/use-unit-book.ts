import { useReferenceBook } from '../../components/session/reference-book.tsx';
import type { UnitBook } from './form-value-options.ts';

/** Communities and departments by their names, for choosing whose records a form counts. */
export function useUnitBook(): UnitBook {
  const { recordsOf, nameOf } = useReferenceBook();
  return { records: recordsOf, nameOf };
}
