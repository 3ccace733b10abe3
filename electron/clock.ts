import { localMoment } from '../shared/kit/local-moment.ts';
import type { Day } from '../shared/kit/values.ts';

/** Today by this computer's clock. */
export const localDay = (): Day => localMoment(new Date()).slice(0, 10);
