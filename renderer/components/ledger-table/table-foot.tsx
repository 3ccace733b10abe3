import { Button } from '@mantine/core';
import { formatValue } from '../../../shared/kit/format.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { countWords } from '../../../shared/kit/numbers.ts';
import { fieldOf } from '../basics/shown-text.ts';
import styles from './ledger-table.module.css';
import type { Selection } from './use-selection.ts';

/** What the foot offers for the ticked rows, by their ids. */
export type SelectionActs = {
  readonly edit: (ids: readonly string[]) => void;
  readonly remove: (ids: readonly string[]) => void;
};

type Props = {
  readonly ledger: Ledger;
  /** Undefined until it is known: 共 0 条 would say that nothing is there. */
  readonly total: number | undefined;
  readonly sums: { readonly [field: string]: number };
  readonly selection: Selection;
  readonly acts: SelectionActs;
  readonly onSelectAll: () => void;
};

const noNames = () => '';

/** 共 n 条 · 已选 m 条 · 合计. */
export function TableFoot({ ledger, total, sums, selection, acts, onSelectAll }: Props) {
  const ids = [...selection.rows.keys()];
  const chosen = ids.length;
  const totals = (total === 0 ? [] : ledger.totals).flatMap((fieldId) => {
    const field = fieldOf(ledger, fieldId);
    const sum = sums[fieldId];
    return field && sum !== undefined ? [`${field.label} ${formatValue(sum, field, noNames)}`] : [];
  });
  return (
    <div className={styles.foot} role="status" aria-label="合计">
      <span>
        {total === undefined ? '正在读取' : `共 ${countWords(total)} 条`}
        {chosen > 0 && ` · 已选 ${countWords(chosen)} 条`}
      </span>
      {totals.length > 0 && <span>合计　{totals.join('　')}</span>}
      {chosen > 0 && (
        <>
          <Button variant="subtle" c="var(--plain)" h={24} px={6} onClick={selection.clear}>
            取消选择
          </Button>
          {total !== undefined && chosen < total && (
            <Button variant="subtle" c="var(--plain)" h={24} px={6} onClick={onSelectAll}>
              全选
            </Button>
          )}
          <Button variant="subtle" c="var(--plain)" h={24} px={6} onClick={() => acts.edit(ids)}>
            批量修改 {countWords(chosen)} 条
          </Button>
          <Button variant="subtle" color="red" c="red.9" h={24} px={6} onClick={() => acts.remove(ids)}>
            删除选中的 {countWords(chosen)} 条
          </Button>
        </>
      )}
    </div>
  );
}
