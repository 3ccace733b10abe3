import { useEffect, useState } from 'react';
import type { Day } from '../../../shared/kit/values.ts';

const MINUTE = 60_000;

/** Today on this PC's calendar. */
export function localToday(): Day {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Today, also after the program stayed open over midnight. */
export function useToday(): Day {
  const [today, setToday] = useState(localToday);
  useEffect(() => {
    const timer = setInterval(() => setToday(localToday()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return today;
}
