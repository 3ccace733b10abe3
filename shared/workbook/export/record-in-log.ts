import { formatValue, maskValue, type NameOf } from '../../kit/format.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { Values } from '../../kit/values.ts';

/**
 * Which record a step of the log is about: its number and its name, personal data in stars. What was told at length may
 * name anyone and stands for no name; of a restricted record (`isHidden`) there is the number alone.
 */
export function recordInLog(ledger: Ledger, values: Values, isHidden: boolean, nameOf: NameOf): string {
  const title = ledger.fields[ledger.titleField]?.kind === 'longText' ? undefined : ledger.titleField;
  const naming = [ledger.numbering?.field, isHidden ? undefined : title];
  const words = naming.flatMap((fieldId) => {
    const spec = fieldId === undefined ? undefined : ledger.fields[fieldId];
    if (fieldId === undefined || !spec) return [];
    return [formatValue(spec.personal ? maskValue(values[fieldId], spec) : values[fieldId], spec, nameOf)];
  });
  return [...new Set(words)].filter(Boolean).join(' ');
}
