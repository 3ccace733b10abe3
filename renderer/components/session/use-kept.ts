import { useLocalStorage } from '@mantine/hooks';
import { useOperator } from './use-operator.ts';

/** How somebody likes to work, remembered on this PC for this operator; the third forgets it again. */
export function useKept<T>(key: string, defaultValue: T): readonly [T, (value: T) => void, () => void] {
  const [operator] = useOperator();
  return useLocalStorage<T>({ key: `kept:${operator}:${key}`, defaultValue, getInitialValueInEffect: false });
}
