import type { ConvertLookup } from '../kit/convert/conversion.ts';
import { referenceResolver } from '../kit/convert/reference-resolver.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';

/**
 * What cells may name, as the records stand now: references by name among records in use (a withdrawn community is
 * found where none in use bears its name), options declared or kept as parameters in force today.
 */
export function lookupIn(
  context: LedgerContext,
  ledgerById: (ledgerId: string) => Ledger | undefined,
): Pick<ConvertLookup, 'resolve' | 'options'> {
  return {
    resolve: referenceResolver(ledgerById, context.records, context.today),
    options: ({ options, optionsFrom }) => {
      if (options !== undefined || optionsFrom === undefined) return options ?? [];
      return context.parameterKeys(optionsFrom, context.today).map((value) => ({ value }));
    },
  };
}
