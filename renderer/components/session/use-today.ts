import { useEffect, useState } from 'react';
import type { Day } from '../../../shared/kit/values.ts';
import { localToday } from './local-today.ts';

const MINUTE = 60_000;

/** Today, also after the program stayed open over midnight. */
export function useToday(): Day {
  const [today, setToday] = useState(localToday);
  useEffect(() => {
    const timer = setInterval(() => setToday(localToday()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return today;
}
