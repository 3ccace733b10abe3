import { Select, Stack, Text } from '@mantine/core';
import { boundTable, withLines, withoutTable } from '../../../shared/forms/edit-binding.ts';
import type { LineSource, SheetBinding } from '../../../shared/forms/form-binding.ts';
import type { FormTable } from '../../../shared/forms/form-tables.ts';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';
import { columnLetters } from '../../../shared/workbook/cell-address.ts';
import { ClearableSelect } from '../../components/basics/clearable-select.tsx';
import { chosenConditions, conditionChoice, conditionChoices } from './form-value-options.ts';
import { useNameBook } from './use-name-book.ts';

type Props = {
  readonly binding: SheetBinding;
  /** The tables of the sheet as its layout has them. */
  readonly tables: readonly FormTable[];
  readonly onChange: (binding: SheetBinding) => void;
};

type List = Extract<LineSource, { kind: 'records' }>;

/** A list of a ledger as it is usually wanted: what came in the period, in the ledger's order. */
function usualList(id: string): List {
  const ledger = ledgerById(id);
  return {
    kind: 'records',
    ledger: id,
    ...(ledger?.numbering === undefined ? {} : { on: ledger.numbering.yearFrom }),
    ...(ledger?.sortedBy === undefined ? {} : { sort: [ledger.sortedBy.field] }),
  };
}

/** `第 3 行起`, with its columns where another table stands beside it: `第 3 行起，F 至 H 列`. */
function whereOf({ top, left, columns }: FormTable): string {
  const row = `第 ${top + 1} 行起`;
  return left === undefined
    ? row
    : `${row}，${columnLetters(left)} 至 ${columnLetters(columns.at(-1)?.column ?? left)} 列`;
}

/** What the rows of each table of a sheet are: one a community, a department or a record. */
export function LinePanel({ binding, tables, onChange }: Props) {
  if (tables.length === 0) {
    return (
      <Text size="sm" c="var(--quiet)">
        这张工作表里没有认出要逐行填的表格；可以点单个格子指定填什么。
      </Text>
    );
  }
  return tables.map((table, place) => (
    <TableLines
      key={`${table.top} ${table.left}`}
      label={tables.length === 1 ? '表格每一行是' : `第 ${place + 1} 个表格（${whereOf(table)}）每一行是`}
      lines={boundTable(binding, table)?.lines}
      onChange={(lines) =>
        onChange(lines === undefined ? withoutTable(binding, table) : withLines(binding, table, lines))
      }
    />
  ));
}

const NONE = 'none';

type LinesProps = {
  readonly label: string;
  readonly lines: LineSource | undefined;
  /** Undefined: the table is left to whoever fills it by hand. */
  readonly onChange: (lines: LineSource | undefined) => void;
};

function TableLines({ label, lines, onChange }: LinesProps) {
  return (
    <Stack gap="sm">
      <Select
        label={label}
        value={lines?.kind ?? NONE}
        data={[
          { value: 'communities', label: '一个社区' },
          { value: 'departments', label: '一个部门' },
          { value: 'records', label: '一条记录（花名册、明细）' },
          { value: 'options', label: '一个类别（如纠纷类型）' },
          { value: NONE, label: '不填（留给手工）' },
        ]}
        onChange={(kind) => {
          if (kind === NONE) onChange(undefined);
          if (kind === 'communities' || kind === 'departments') onChange({ kind });
          if (kind === 'options') onChange(CATEGORIES[0]?.lines);
          if (kind === 'records') onChange(usualList('demand'));
        }}
      />
      {lines?.kind === 'options' && (
        <Select
          label="按哪个类别"
          searchable
          value={categoryKey(lines)}
          data={ledgers.flatMap(({ id, title }) => {
            const items = CATEGORIES.filter((one) => one.lines.ledger === id);
            return items.length === 0
              ? []
              : [{ group: title, items: items.map((one) => ({ value: categoryKey(one.lines), label: one.label })) }];
          })}
          onChange={(key) => onChange(CATEGORIES.find((one) => categoryKey(one.lines) === key)?.lines ?? lines)}
        />
      )}
      {lines?.kind === 'records' && <ListPanel lines={lines} onChange={onChange} />}
    </Stack>
  );
}

type Category = Extract<LineSource, { kind: 'options' }>;

const categoryKey = ({ ledger, field }: Category): string => `${ledger}/${field}`;

/** Every choice of every ledger: what rows by kind may stand for. */
const CATEGORIES: readonly { readonly lines: Category; readonly label: string }[] = ledgers.flatMap(({ id, fields }) =>
  Object.entries(fields)
    .filter(([, { kind }]) => kind === 'choice')
    .map(([field, { label }]) => ({ lines: { kind: 'options', ledger: id, field }, label })),
);

function ListPanel({ lines, onChange }: { readonly lines: List; readonly onChange: (lines: List) => void }) {
  const book = useNameBook();
  const fields = Object.entries(ledgerById(lines.ledger)?.fields ?? {});
  const days = fields.filter(([, { kind }]) => kind === 'date' || kind === 'moment');
  const sortable = fields.filter(([, { kind }]) => kind !== 'children' && kind !== 'attachments');
  const { on, where = [], sort = [], ...rest } = lines;
  const put = (next: Pick<List, 'on' | 'where' | 'sort'>) =>
    onChange({
      ...rest,
      ...(next.on === undefined ? {} : { on: next.on }),
      ...(next.where === undefined || next.where.length === 0 ? {} : { where: next.where }),
      ...(next.sort === undefined || next.sort.length === 0 ? {} : { sort: next.sort }),
    });
  return (
    <>
      <Select
        label="台账"
        searchable
        value={lines.ledger}
        data={ledgers.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(id) => id !== null && onChange(usualList(id))}
      />
      <Select
        label="只列填报期内的"
        value={on ?? ''}
        data={[
          { value: '', label: '不限，全部列出' },
          ...days.map(([field, { label }]) => ({ value: field, label: `按${label}` })),
        ]}
        onChange={(field) => put({ where, sort, ...(field ? { on: field } : {}) })}
      />
      <Select
        label="只列"
        searchable
        value={conditionChoice(where)}
        data={conditionChoices(lines.ledger, where, book).map(({ group, items }) => ({ group, items: [...items] }))}
        onChange={(choice) =>
          choice !== null && put({ sort, where: chosenConditions(choice), ...(on === undefined ? {} : { on }) })
        }
      />
      {[0, 1].map((place) => (
        <ClearableSelect
          key={place}
          label={place === 0 ? '先按什么排（同样的排在一起）' : '再按什么排'}
          searchable
          value={sort[place] ?? null}
          data={sortable.map(([field, { label }]) => ({ value: field, label }))}
          onChange={(field) => {
            const next = [sort[0], sort[1]].with(place, field ?? undefined).filter((one) => one !== undefined);
            put({ where, sort: next, ...(on === undefined ? {} : { on }) });
          }}
        />
      ))}
    </>
  );
}
