import { roundKey } from '../../../shared/collection/rounds.ts';
import type { Period } from '../../../shared/kit/period.ts';

export const COLLECTION_NEW_LINK = '/collection/new';

/** Address of a round: what is asked for, and for which period. */
export const roundLink = (ledger: string, period: Period): string => `/collection/${roundKey(ledger, period)}`;
