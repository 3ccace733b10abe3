/** 2026-11-23 09:41:07 of an ISO moment: where the second tells one step from the next. */
export const momentWords = (moment: string): string => moment.slice(0, 19).replace('T', ' ');

/** 2026-11-23 09:41 of an ISO moment. */
export const minuteWords = (moment: string): string => moment.slice(0, 16).replace('T', ' ');
