import type { ImportView } from '../../store/import/import-api.ts';

/**
 * A form the program sent out has nothing to ask about its columns. Where something stands as it was set for the form
 * before, perhaps for another community's return, the clerk is to see it first.
 */
export const asksNothing = ({
  collected,
  header,
  missingKeys,
  recalled,
}: Pick<ImportView, 'collected' | 'header' | 'missingKeys' | 'recalled'>): boolean =>
  collected !== undefined &&
  header !== undefined &&
  missingKeys.length === 0 &&
  (recalled === undefined || recalled.parts.length === 0);
