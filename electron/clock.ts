import { localDay } from '../shared/kit/local-moment.ts';
import type { Day } from '../shared/kit/values.ts';

/** Today by this computer's clock. */
export const today = (): Day => localDay(new Date());
