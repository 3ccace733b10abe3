import { EXAMPLE_CLERK } from '../../../shared/example/example-names.ts';
import { isExample } from '../../desktop/example-mode.ts';

/** The example has a clerk of its own: nobody's name stands under what was only tried. */
export const OPERATOR_KEY = isExample ? 'example-operator' : 'operator';
export const OPERATOR_AT_FIRST = isExample ? EXAMPLE_CLERK : '';

/** The name as kept, before anything is on screen. */
export const keptOperator = (): string => localStorage.getItem(OPERATOR_KEY) ?? OPERATOR_AT_FIRST;
