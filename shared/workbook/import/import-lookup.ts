import type { ConvertLookup } from '../../kit/convert/conversion.ts';
import { splitWords } from '../../kit/convert/marks.ts';
import { referenceResolver } from '../../kit/convert/reference-resolver.ts';
import { textIn } from '../../kit/field-values.ts';
import type { ReferenceTarget } from '../../kit/fields.ts';
import { isInUse } from '../../kit/in-use.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import type { LedgerRecord } from '../../kit/values.ts';

/**
 * What cells may name, as the records stand now: references by name among records in use (a withdrawn community is
 * found where none in use bears its name), options declared or kept as parameters in force today.
 */
export function lookupIn(
  context: LedgerContext,
  ledgerById: (ledgerId: string) => Ledger | undefined,
): Pick<ConvertLookup, 'resolve' | 'options' | 'namesOf'> {
  const names = new Map<string, readonly { readonly name: string; readonly value: string }[]>();
  return {
    namesOf: (target) => {
      const key = JSON.stringify(target);
      const known =
        names.get(key) ??
        namesIn(
          target,
          ledgerById(target.ledger),
          context.records(target.ledger).filter(({ values }) => isInUse(values, context.today)),
        );
      names.set(key, known);
      return known;
    },
    resolve: referenceResolver(ledgerById, context.records, context.today),
    options: ({ options, optionsFrom }) => {
      if (options !== undefined || optionsFrom === undefined) return options ?? [];
      return context.parameterKeys(optionsFrom, context.today).map((value) => ({ value }));
    },
  };
}

/** Names, short names and aliases of the records a field may point at. */
function namesIn(
  { where }: ReferenceTarget,
  ledger: Ledger | undefined,
  records: readonly LedgerRecord[],
): readonly { readonly name: string; readonly value: string }[] {
  const fields = ledger ? [ledger.titleField, ...ledger.alsoCalled] : [];
  const isMeant = ({ values }: LedgerRecord) => where === undefined || where.is.includes(textIn(values, where.field));
  return records
    .filter(isMeant)
    .flatMap(({ id, values }) =>
      fields.flatMap((field) => splitWords(textIn(values, field)).map((name) => ({ name, value: id }))),
    );
}
