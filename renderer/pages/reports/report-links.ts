import type { Period } from '../../../shared/indicators/period.ts';

/** Address of a report of a period: the kind, and a day it lies in. */
export const reportLink = (id: string, period: Period): string => `/reports/${id}/${period.kind}/${period.first}`;
