import type { ConvertLookup } from '../kit/convert/conversion.ts';
import { referenceResolver } from '../kit/convert/reference-resolver.ts';
import { isInUse } from '../kit/in-use.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { LedgerRecord } from '../kit/values.ts';

/**
 * What cells may name, as the records stand now: references by name among records in use (a withdrawn community of the
 * same name must not be found), options declared or kept as parameters in force today.
 */
export function lookupIn(
  context: LedgerContext,
  ledgerById: (ledgerId: string) => Ledger | undefined,
): Pick<ConvertLookup, 'resolve' | 'options'> {
  const inUse = ({ values }: LedgerRecord): boolean => isInUse(values, context.today);
  return {
    resolve: referenceResolver(ledgerById, (ledgerId) => context.records(ledgerId).filter(inUse)),
    options: ({ options, optionsFrom }) => {
      if (options !== undefined || optionsFrom === undefined) return options ?? [];
      return context.parameterKeys(optionsFrom, context.today).map((value) => ({ value }));
    },
  };
}
