import type { Values } from '../../../shared/kit/values.ts';

/** Of what is typed `now` what a save of `saved` did not take: typing went on while it was under way. */
export const leftToSave = (now: Values, saved: Values): Values =>
  Object.fromEntries(Object.entries(now).filter(([field, value]) => value !== saved[field]));
