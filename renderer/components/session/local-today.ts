import { localDay } from '../../../shared/kit/local-moment.ts';
import type { Day } from '../../../shared/kit/values.ts';

/** Today on this PC's calendar. */
export const localToday = (): Day => localDay(new Date());
