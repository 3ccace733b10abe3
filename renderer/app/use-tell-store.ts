import { useEffect } from 'react';
import { useStoreClient } from '../components/session/store-context.tsx';
import { useOperator } from '../components/session/use-operator.ts';
import { useToday } from '../components/session/use-today.ts';

/** The store has neither clock nor name of its own: it is told the day, and who works, whenever that changes. */
export function useTellStore(): void {
  const { store } = useStoreClient();
  const [operator] = useOperator();
  const today = useToday();
  useEffect(() => {
    void store.setToday(today);
  }, [store, today]);
  useEffect(() => {
    void store.setOperator(operator);
  }, [store, operator]);
}
