import { Badge, Button, Select, Text } from '@mantine/core';
import { type ComponentProps, memo } from 'react';
import { errorsOf } from '../../../shared/kit/complaint.ts';
import type { FieldSpec } from '../../../shared/kit/fields.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Side } from '../../../shared/workbook/import/import-choices.ts';
import { fieldsOf } from '../../../shared/workbook/import/mapping.ts';
import type { RowStatus } from '../../../shared/workbook/import/plan.ts';
import type { ImportView, PlanRowView, PlanView, RemoteImportSession } from '../../store/import/import-api.ts';
import { CELLS_BY_ARROWS } from '../basics/move-between-cells.ts';
import styles from './import-wizard.module.css';
import { placeName, rowLabel, STATUS_WORDS } from './import-words.ts';
import { useInPortions } from './use-in-portions.ts';
import { type PlanColumn, ValueCell } from './value-cell.tsx';

const COLORS: { readonly [status in RowStatus]: string } = {
  new: 'blue',
  update: 'blue',
  unchanged: 'gray',
  suspectedDuplicate: 'yellow',
  duplicateInFile: 'yellow',
  ambiguous: 'yellow',
  conflict: 'orange',
  heldBack: 'red',
  setAside: 'gray',
};

type Props = {
  readonly ledger: Ledger;
  readonly view: ImportView;
  readonly rows: readonly PlanRowView[];
  readonly onDecide: (change: (session: RemoteImportSession) => Promise<PlanView>) => void;
};

/** Planned rows with the value each field will hold; red where something stands against it, dotted where it was read. */
export function PlanTable({ ledger, view, rows, onDecide }: Props) {
  const mend = (row: number, field: string, text: string | undefined) =>
    onDecide((session) => session.mend(row, field, text));
  const side = (row: number, field: string, chosen: Side) =>
    onDecide((session) => session.decideConflict(row, field, chosen));
  const all = shownColumns(ledger, view, rows);
  const titled = all.find((column) => column.field === ledger.titleField);
  const columns = all.filter((column) => column !== titled);
  const derived = Object.entries(ledger.derived?.fields ?? {}).filter(([field]) =>
    rows.some((row) => row.derived[field] !== undefined),
  );
  return (
    <div className={styles.sheet}>
      <table className={styles.grid} data-testid="import-plan" aria-label="预览" {...CELLS_BY_ARROWS}>
        <thead>
          <tr>
            <th className={styles.rowNumber}>行</th>
            <th>处理</th>
            {titled && <th>{titled.spec.label}</th>}
            {derived.map(([field, spec]) => (
              <th key={field}>{spec.label}</th>
            ))}
            {columns.map(({ field, spec }) => (
              <th key={field}>{spec.label}</th>
            ))}
          </tr>
        </thead>
        <PlanRows
          rows={rows}
          ledger={ledger}
          titled={titled}
          derived={derived}
          columns={columns}
          onDecide={onDecide}
          onMend={mend}
          onSide={side}
        />
      </table>
    </div>
  );
}

type RowProps = Pick<Props, 'ledger' | 'onDecide'> &
  Pick<ComponentProps<typeof ValueCell>, 'row' | 'onMend' | 'onSide'> & {
    readonly titled: PlanColumn | undefined;
    readonly derived: readonly (readonly [string, FieldSpec])[];
    readonly columns: readonly PlanColumn[];
  };

function PlanRows({ rows, ...of }: Pick<Props, 'rows'> & Omit<RowProps, 'row'>) {
  return (
    <tbody>
      {useInPortions(rows).map((row) => (
        <PlanRow key={row.row} row={row} {...of} />
      ))}
    </tbody>
  );
}

/** Not drawn again with each portion that comes after it. */
const PlanRow = memo(function PlanRow({ row, ledger, titled, derived, columns, onDecide, onMend, onSide }: RowProps) {
  return (
    <tr data-status={row.status}>
      <td className={styles.rowNumber}>{rowLabel(row.place)}</td>
      <td className={styles.fate}>
        <Fate row={row} ledger={ledger} onDecide={onDecide} />
      </td>
      {titled && <ValueCell row={row} column={titled} onMend={onMend} onSide={onSide} />}
      {derived.map(([field, spec]) => (
        <td key={field} className={styles.derived} style={{ minWidth: Math.min(240, (spec.width ?? 8) * 8) }}>
          <Text size="sm" lineClamp={3} title={row.derived[field]}>
            {row.derived[field]}
          </Text>
        </td>
      ))}
      {columns.map((column) => (
        <ValueCell key={column.field} row={row} column={column} onMend={onMend} onSide={onSide} />
      ))}
    </tr>
  );
});

/** Fields that a column, a constant or group rows fill, or that change with them, in the order of the form. */
function shownColumns(ledger: Ledger, view: ImportView, rows: readonly PlanRowView[]): readonly PlanColumn[] {
  const filled = new Set([
    ...view.columns.flatMap((column) => fieldsOf(column.target)),
    ...Object.keys(view.constants).filter((field) => view.constants[field] !== undefined),
    ...(view.groups?.accepted ? [view.groups.field] : []),
    ...rows.flatMap(({ differences }) => differences.map(({ field }) => field)),
  ]);
  return Object.entries(ledger.fields).flatMap(([field, spec]) => (filled.has(field) ? [{ field, spec }] : []));
}

type FateProps = Pick<Props, 'ledger' | 'onDecide'> & { readonly row: PlanRowView };

function Fate({ row, ledger, onDecide }: FateProps) {
  return (
    <>
      <div className={styles.fateHead}>
        <Badge color={COLORS[row.status]} variant="light" radius="sm">
          {STATUS_WORDS[row.status]}
        </Badge>
        <SetAside row={row} onDecide={onDecide} />
      </div>
      {row.reason !== '' && (
        <Text size="xs" c={row.status === 'heldBack' ? 'red.9' : 'dimmed'} lineClamp={3} title={row.reason}>
          {row.reason}
        </Text>
      )}
      {row.complaints
        .filter((complaint) => complaint.severity === 'warning' && complaint.field === undefined)
        .map((complaint) => (
          <Text key={complaint.code} size="xs" c="var(--mantine-color-error)">
            {complaint.message}
          </Text>
        ))}
      {row.leftEmpty.length > 0 && (
        <Text size="xs" c="var(--mantine-color-error)">
          出错的格已留空
        </Text>
      )}
      {canLeaveEmpty(row, ledger) && (
        <Button
          size="compact-xs"
          variant="subtle"
          px={0}
          onClick={() => onDecide((session) => session.leaveEmpty(row.row, row.leftEmpty.length === 0))}
        >
          {row.leftEmpty.length === 0 ? '出错的格留空后导入' : '恢复为暂不导入'}
        </Button>
      )}
      {row.status === 'conflict' ? (
        <ConflictDecision row={row} ledger={ledger} onDecide={onDecide} />
      ) : (
        <Decision row={row} onDecide={onDecide} />
      )}
    </>
  );
}

/** Every row has one: no component of the kit, a page of them would be felt. */
function SetAside({ row, onDecide }: Pick<FateProps, 'row' | 'onDecide'>) {
  const isAside = row.status === 'setAside';
  const word = isAside ? '取回' : '略过';
  return (
    <button
      type="button"
      className={styles.aside}
      aria-label={`${word}${placeName(row.place)}`}
      title={isAside ? '还是要导入这一行' : '不导入这一行，随时可以取回'}
      onClick={() => onDecide((session) => session.setAside(row.row, !isAside))}
    >
      {word}
    </button>
  );
}

/** Leaving empty helps where only cells stand against the row, none of them a key. */
function canLeaveEmpty(row: PlanRowView, ledger: Ledger): boolean {
  if (row.leftEmpty.length > 0) return row.status !== 'heldBack';
  const errors = errorsOf(row.complaints);
  const inCells = errors.every(({ field }) => field !== undefined && !ledger.fields[field]?.key);
  return row.status === 'heldBack' && errors.length > 0 && inCells;
}

function Decision({ row, onDecide }: { readonly row: PlanRowView; readonly onDecide: Props['onDecide'] }) {
  if (!['suspectedDuplicate', 'duplicateInFile', 'ambiguous'].includes(row.status)) return null;
  const data = [
    { value: 'skip', label: '跳过' },
    ...(row.status === 'suspectedDuplicate' ? [{ value: 'update', label: '更新原记录' }] : []),
    { value: 'create', label: '作为新记录' },
  ];
  return (
    <Select
      aria-label={`${placeName(row.place)}怎么处理`}
      size="xs"
      w={130}
      data={data}
      value={row.action}
      onChange={(decision) => {
        if (decision === 'skip' || decision === 'create' || decision === 'update') {
          onDecide((session) => session.decideDuplicate(row.row, decision));
        }
      }}
    />
  );
}

/** The row as a whole; the cells can be chosen one by one beside it. */
function ConflictDecision({ row, ledger, onDecide }: FateProps) {
  const kept = row.differences.filter((difference) => difference.kept).length;
  const sides = kept === row.differences.length ? 'here' : kept === 0 ? 'sheet' : 'mixed';
  // A row that names its record by its number can be no other record.
  const isNumbered = row.cells.some(({ field }) => field === ledger.numbering?.field);
  const data = [
    { value: 'here', label: '保留这里的' },
    { value: 'sheet', label: '采用本表的' },
    ...(sides === 'mixed' ? [{ value: 'mixed', label: '逐格选定' }] : []),
    ...(isNumbered ? [] : [{ value: 'create', label: '作为新记录' }]),
  ];
  return (
    <Select
      aria-label={`${placeName(row.place)}怎么处理`}
      size="xs"
      w={130}
      data={data}
      value={row.action === 'create' ? 'create' : sides}
      onChange={(decision) => {
        if (decision === 'create') onDecide((session) => session.decideDuplicate(row.row, 'create'));
        if (decision === 'here' || decision === 'sheet') {
          onDecide((session) => session.decideConflict(row.row, 'all', decision));
        }
      }}
    />
  );
}
