import { useEffect } from 'react';
import { operatorNamed } from '../../shared/operators/roster.ts';
import { useLock } from '../components/lock/lock-context.tsx';
import { useStoreClient } from '../components/session/store-context.tsx';
import { useOperator } from '../components/session/use-operator.ts';
import { useToday } from '../components/session/use-today.ts';

/**
 * The store has neither clock nor name of its own: it is told the day, who works and whether they may see restricted rows,
 * whenever that changes.
 */
export function useTellStore(): void {
  const { store } = useStoreClient();
  const [operator] = useOperator();
  const isCleared = operatorNamed(useLock().roster, operator)?.isCleared ?? false;
  const today = useToday();
  useEffect(() => {
    void store.setToday(today);
  }, [store, today]);
  useEffect(() => {
    void store.setOperator(operator, isCleared);
  }, [store, operator, isCleared]);
}
