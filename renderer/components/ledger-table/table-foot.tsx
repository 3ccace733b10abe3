import { Button } from '@mantine/core';
import { formatValue } from '../../../shared/kit/format.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { fieldOf } from '../basics/shown-text.ts';
import styles from './ledger-table.module.css';
import type { Selection } from './use-selection.ts';

type Props = {
  readonly ledger: Ledger;
  readonly total: number;
  readonly sums: { readonly [field: string]: number };
  readonly selection: Selection;
  readonly onDelete: (() => void) | undefined;
};

const noNames = () => '';

/** 共 n 条 · 已选 m 条 · 合计. */
export function TableFoot({ ledger, total, sums, selection, onDelete }: Props) {
  const chosen = selection.rows.size;
  const totals = (total === 0 ? [] : ledger.totals).flatMap((fieldId) => {
    const field = fieldOf(ledger, fieldId);
    const sum = sums[fieldId];
    return field && sum !== undefined ? [`${field.label} ${formatValue(sum, field, noNames)}`] : [];
  });
  return (
    <div className={styles.foot} role="status" aria-label="合计">
      <span>
        共 {total.toLocaleString('zh-CN')} 条{chosen > 0 && ` · 已选 ${chosen} 条`}
      </span>
      {totals.length > 0 && <span>合计　{totals.join('　')}</span>}
      {chosen > 0 && (
        <>
          <Button variant="subtle" c="#3d4852" h={24} px={6} onClick={selection.clear}>
            取消选择
          </Button>
          {onDelete && (
            <Button variant="subtle" color="red.9" h={24} px={6} onClick={onDelete}>
              删除选中的 {chosen} 条
            </Button>
          )}
        </>
      )}
    </div>
  );
}
