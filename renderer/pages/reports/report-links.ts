import type { Period } from '../../../shared/kit/period.ts';

/** Address of a report of a period: the kind, and a day it lies in. */
export const reportLink = (id: string, period: Period): string => `/reports/${id}/${period.kind}/${period.first}`;

export const FORM_NEW_LINK = '/reports/form/new';

/** Address of a superior's form, filled for a period or for the one that is due. */
export const formLink = (id: string, period?: Period): string =>
  period === undefined ? `/reports/form/${id}` : `/reports/form/${id}/${period.kind}/${period.first}`;

export const formBindingLink = (id: string): string => `/reports/form/${id}/binding`;
