import { textIn } from '../../../shared/kit/field-values.ts';
import { useReferenceBook } from '../../components/session/reference-book.tsx';

/** What a unit is called in full: reminders and forms go out, and 晨光 alone is no community. */
export function useUnitName(): (unit: string) => string {
  const { recordsOf, nameOf } = useReferenceBook();
  const units = recordsOf('organisation');
  return (unit) => textIn(units.find(({ id }) => id === unit)?.values ?? {}, 'name') || nameOf('organisation', unit);
}
