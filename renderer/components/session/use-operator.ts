import { useLocalStorage } from '@mantine/hooks';

/** Who works on this PC. Kept with the PC, not with the records: a batch carries the name it was written under. */
export function useOperator(): readonly [string, (name: string) => void] {
  const [operator, setOperator] = useLocalStorage({
    key: 'operator',
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  return [operator, setOperator];
}
