import { isBlank } from '../../../shared/kit/blank.ts';
import type { FieldSpec } from '../../../shared/kit/fields.ts';
import { grouped } from '../../../shared/kit/grouped.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Value, Values } from '../../../shared/kit/values.ts';
import { STATE_FIELD, STEPS_FIELD } from '../../../shared/kit/workflow.ts';

export type Section = { readonly title: string; readonly fields: readonly (readonly [string, FieldSpec])[] };

/** Fields the clerk may type; the others are written by transitions or by the program. */
export const isTyped = (field: FieldSpec): boolean => field.decision !== true && field.automatic !== true;

/**
 * The fields in the sections of the paper form, in the order declared. What is only read is left out while it is blank;
 * state and steps have a place of their own beside the form.
 */
export function sectionsOf(ledger: Ledger, values: Values): readonly Section[] {
  const shown = Object.entries(ledger.fields).filter(
    ([fieldId, field]) =>
      fieldId !== STATE_FIELD && fieldId !== STEPS_FIELD && (isTyped(field) || !isBlank(values[fieldId])),
  );
  return [...grouped(shown, ([, { section }]) => section ?? '基本信息')].map(([title, fields]) => ({ title, fields }));
}

/** How much a field is required, in words: 必填 is said by the box itself. */
export function gradeOf(
  ledger: Ledger,
  fieldId: string,
  field: FieldSpec,
  value: Value | undefined,
): string | undefined {
  if (!isBlank(value)) return undefined;
  const transitions = ledger.workflow?.transitions ?? {};
  const needing = Object.entries(transitions).filter(
    ([id, transition]) => field.neededFor?.includes(id) || transition.needs?.includes(fieldId),
  );
  const first = needing[0]?.[1];
  if (first) return `${first.title}前须填`;
  if (field.neededFor?.includes('report')) return '上报需要';
  return field.wanted ? '待补' : undefined;
}
