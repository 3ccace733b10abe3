import { useLocalStorage } from '@mantine/hooks';
import { OPERATOR_AT_FIRST, OPERATOR_KEY } from './kept-operator.ts';

/** Who works on this PC. Kept with the PC, not with the records: a batch carries the name it was written under. */
export function useOperator(): readonly [string, (name: string) => void] {
  const [operator, setOperator] = useLocalStorage({
    key: OPERATOR_KEY,
    defaultValue: OPERATOR_AT_FIRST,
    getInitialValueInEffect: false,
    serialize: (name) => name,
    deserialize: (name) => name ?? OPERATOR_AT_FIRST,
  });
  return [operator, setOperator];
}
