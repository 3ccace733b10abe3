/** 2026-11-23 09:41:07 of an ISO moment. */
export const momentWords = (moment: string): string => moment.slice(0, 19).replace('T', ' ');
