import { isBlank } from '../../kit/blank.ts';
import { textIn } from '../../kit/field-values.ts';
import { type FieldMap, longText, specsOf } from '../../kit/fields.ts';
import type { DerivedFields } from '../../kit/ledger.ts';
import type { Values } from '../../kit/values.ts';
import { STATE_FIELD } from '../../kit/workflow.ts';
import { reviewStates } from './review-workflow-states.ts';

/** 待补: labels of the fields that are wanted and still blank, in the order of the form. */
const wantedLabels = (fields: FieldMap, values: Values): readonly string[] =>
  Object.entries(fields).flatMap(([fieldId, { spec }]) =>
    spec.wanted && isBlank(values[fieldId]) ? [spec.label] : [],
  );

/** A computed column that lists what is still to be filled in, so that such cases can be found; closed ones are let be. */
export const wantedDerived = (fields: FieldMap): DerivedFields => ({
  fields: specsOf({ wantedFields: longText('待补栏目').automatic().width(30) }),
  compute: ({ values }) => {
    if (reviewStates[textIn(values, STATE_FIELD)]?.open === false) return {};
    const labels = wantedLabels(fields, values);
    return labels.length === 0 ? {} : { wantedFields: labels.join('、') };
  },
});
