import { useLocalStorage } from '@mantine/hooks';

const KEY = 'operator';

/** Who works on this PC. Kept with the PC, not with the records: a batch carries the name it was written under. */
export function useOperator(): readonly [string, (name: string) => void] {
  const [operator, setOperator] = useLocalStorage({
    key: KEY,
    defaultValue: '',
    getInitialValueInEffect: false,
    serialize: (name) => name,
    deserialize: (name) => name ?? '',
  });
  return [operator, setOperator];
}

/** The name as kept, before anything is on screen. */
export const keptOperator = (): string => localStorage.getItem(KEY) ?? '';
