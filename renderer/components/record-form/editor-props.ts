import type { FieldSpec } from '../../../shared/kit/fields.ts';
import type { Value } from '../../../shared/kit/values.ts';

/** What every editor of one value gets. `name` labels the control for whoever cannot see the label beside it. */
export type EditorProps = {
  readonly id: string;
  readonly name: string;
  readonly field: FieldSpec;
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
  /** The text typed cannot be read as a value, for this reason; undefined once it can. */
  readonly onUnread: (message: string | undefined) => void;
  readonly hasError: boolean;
};
