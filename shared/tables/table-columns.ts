import { type FieldSpec, type FieldSpecs, optionTitle } from '../kit/fields.ts';
import { maskValue } from '../kit/format.ts';
import type { Value, Values } from '../kit/values.ts';

/** What a column holds, in words both Table Schema and SQL have. */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'moment';

/** One column of a table made of a ledger; its name is an SQL name as it stands, its title the form's. */
export type TableColumn = {
  readonly name: string;
  readonly title: string;
  readonly type: ColumnType;
  readonly description?: string;
  /** Table whose `record_id` the cells name. */
  readonly refersTo?: string;
  /** The cell of a row with these values; '' for a blank. */
  readonly cell: (values: Values) => string;
};

export type CellNames = (ledger: string, id: string) => string;

const TYPES: { readonly [kind in FieldSpec['kind']]?: ColumnType } = {
  integer: 'integer',
  decimal: 'number',
  money: 'integer',
  percent: 'number',
  date: 'date',
  moment: 'moment',
  yesNo: 'boolean',
};

/**
 * The columns of a ledger's fields, of child rows too. Money is an integer number of fen and says so in its name;
 * references give the id and, beside it, the name; child lists are tables of their own; attached files stay at home.
 * Where personal data is masked, its columns hold text.
 */
export function columnsOf(fields: FieldSpecs, isMasked: boolean, nameOf: CellNames): readonly TableColumn[] {
  return Object.entries(fields).flatMap(([fieldId, field]): readonly TableColumn[] => {
    if (field.kind === 'children' || field.kind === 'attachments') return [];
    const shown = (values: Values): Value | undefined =>
      isMasked && field.personal ? maskValue(values[fieldId], field) : values[fieldId];
    if (field.target) return referenceColumns(fieldId, field, shown, nameOf);
    const isText = isMasked && field.personal;
    const column: TableColumn = {
      name: field.kind === 'money' ? `${fieldId}_fen` : fieldId,
      title: field.kind === 'money' ? `${field.label}（分）` : field.label,
      type: (isText ? undefined : TYPES[field.kind]) ?? 'text',
      ...(field.help ? { description: field.help } : {}),
      cell: (values) => plain(shown(values), field),
    };
    return [column];
  });
}

function referenceColumns(
  fieldId: string,
  field: FieldSpec,
  shown: (values: Values) => Value | undefined,
  nameOf: CellNames,
): readonly TableColumn[] {
  const ledger = field.target?.ledger ?? '';
  const ids = (values: Values): readonly string[] => {
    const value = shown(values);
    if (typeof value === 'string') return value === '' ? [] : [value];
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
  };
  const isOne = field.kind === 'reference';
  return [
    {
      name: fieldId,
      title: `${field.label}（编号）`,
      type: 'text',
      ...(isOne ? { refersTo: ledger } : { description: '多个编号用分号隔开' }),
      cell: (values) => ids(values).join(';'),
    },
    {
      name: `${fieldId}_name`,
      title: field.label,
      type: 'text',
      cell: (values) =>
        ids(values)
          .map((id) => nameOf(ledger, id))
          .join(';'),
    },
  ];
}

function plain(value: Value | undefined, field: FieldSpec): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return field.kind === 'choice' ? optionTitle(field.options, value) : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value
    .filter((one): one is string => typeof one === 'string')
    .map((one) => optionTitle(field.options, one))
    .join(';');
}
