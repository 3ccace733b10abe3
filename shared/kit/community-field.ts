import type { Ledger } from './ledger.ts';

/** The field by which a ledger's records belong to a community, undefined where it knows none. */
export const communityFieldOf = ({ fields }: Pick<Ledger, 'fields'>): string | undefined =>
  Object.keys(fields).find((fieldId) => {
    const field = fields[fieldId];
    return field?.kind === 'reference' && field.target?.where?.is.includes('社区') === true;
  });
