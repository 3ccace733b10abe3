import { useLocalStorage } from '@mantine/hooks';
import { EXAMPLE_CLERK } from '../../../shared/example/example-names.ts';
import { isExample } from '../../desktop/example-mode.ts';

/** The example has a clerk of its own: nobody's name stands under what was only tried. */
const KEY = isExample ? 'example-operator' : 'operator';
const AT_FIRST = isExample ? EXAMPLE_CLERK : '';

/** Who works on this PC. Kept with the PC, not with the records: a batch carries the name it was written under. */
export function useOperator(): readonly [string, (name: string) => void] {
  const [operator, setOperator] = useLocalStorage({
    key: KEY,
    defaultValue: AT_FIRST,
    getInitialValueInEffect: false,
    serialize: (name) => name,
    deserialize: (name) => name ?? AT_FIRST,
  });
  return [operator, setOperator];
}

/** The name as kept, before anything is on screen. */
export const keptOperator = (): string => localStorage.getItem(KEY) ?? AT_FIRST;
