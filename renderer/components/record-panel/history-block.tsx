import { UnstyledButton } from '@mantine/core';
import { memo, useState } from 'react';
import { rowsIn } from '../../../shared/kit/field-values.ts';
import { formatValue } from '../../../shared/kit/format.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { momentWords } from '../../../shared/kit/moment-words.ts';
import type { Value } from '../../../shared/kit/values.ts';
import { STEPS_FIELD } from '../../../shared/kit/workflow.ts';
import type { HistoryItem } from '../../store/store-api.ts';
import { ClearableSelect } from '../basics/clearable-select.tsx';
import { fieldOf, shownText } from '../basics/shown-text.ts';
import { useReferenceBook } from '../session/reference-book.tsx';
import { useStoreClient } from '../session/store-context.tsx';
import { useAnswer } from '../session/use-answer.ts';
import { childChangeLines } from './child-changes.ts';
import styles from './record-panel.module.css';

type Props = { readonly ledger: Ledger; readonly id: string; readonly rev: string };

/** The list is long on old records; the rest is one click away. */
const FIRST = 5;

const KINDS: { readonly [kind in HistoryItem['kind']]: string } = { create: '新增', update: '修改', delete: '删除' };

/** Who changed what, when, from what to what; for all fields or for one. */
export const HistoryBlock = memo(function HistoryBlock({ ledger, id, rev }: Props) {
  const { store } = useStoreClient();
  const { data } = useAnswer(`${ledger.id} ${id} ${rev}`, () => store.history(ledger.id, id));
  const [only, setOnly] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const items = (data ?? []).map((item) => ({
    ...item,
    fields: item.fields.filter(({ field }) => field !== STEPS_FIELD && (only === null || field === only)),
  }));
  const relevant = only === null ? items : items.filter(({ fields }) => fields.length > 0);
  const touched = [...new Set((data ?? []).flatMap(({ fields }) => fields.map(({ field }) => field)))];
  const choices = touched.flatMap((field) => {
    const label = fieldOf(ledger, field)?.label;
    return label === undefined || field === STEPS_FIELD ? [] : [{ value: field, label }];
  });
  return (
    <section className={styles.block} aria-label="修改记录">
      <h3 className={styles.blockTitle}>修改记录</h3>
      {choices.length > 1 && (
        <ClearableSelect
          aria-label="只看一栏的修改"
          placeholder="全部栏目"
          searchable
          mb={8}
          data={choices}
          value={only}
          onChange={setOnly}
        />
      )}
      <ul className={styles.list}>
        {(all ? relevant : relevant.slice(0, FIRST)).map((item) => (
          <li key={`${item.batch} ${item.at}`} className={styles.step}>
            <div>
              {item.reason.text || KINDS[item.kind]} · {item.operator || '未署名'}
            </div>
            <div className={styles.small}>{momentWords(item.at)}</div>
            {item.kind !== 'delete' && (
              <FieldChanges ledger={ledger} fields={item.fields} short={item.kind === 'create' && only === null} />
            )}
          </li>
        ))}
      </ul>
      {relevant.length > FIRST && !all && (
        <UnstyledButton c="blue.7" fz={13} mt={8} onClick={() => setAll(true)}>
          其余 {relevant.length - FIRST} 次
        </UnstyledButton>
      )}
    </section>
  );
});

type OneChangeProps = { readonly label: string; readonly before: string; readonly after: string };

function OneChange({ label, before, after }: OneChangeProps) {
  return (
    <div className={styles.small}>
      {label}：{before !== '' && <span className={styles.before}>{before}</span>}
      {before !== '' && ' → '}
      {after}
    </div>
  );
}

type ChangesProps = {
  readonly ledger: Ledger;
  readonly fields: HistoryItem['fields'];
  /** A creation fills many fields at once: their number says enough until one is asked for. */
  readonly short: boolean;
};

function FieldChanges({ ledger, fields, short }: ChangesProps) {
  const { nameOf } = useReferenceBook();
  if (short) return <div className={styles.small}>填写 {fields.length} 栏</div>;
  const words = (field: string, value: Value | undefined): string =>
    value === ''
      ? ''
      : shownText(ledger, field, value, nameOf) ||
        (value === undefined ? '' : formatValue(value, { kind: 'text', label: '' }, nameOf));
  return (
    <>
      {fields.map(({ field, before, after }) => {
        const { label = field, childFields } = fieldOf(ledger, field) ?? {};
        const rows = (value: Value | undefined) => (value === undefined ? [] : rowsIn({ [field]: value }, field));
        const lines = childFields ? childChangeLines(childFields, rows(before), rows(after), nameOf) : undefined;
        if (!lines) {
          const was = before === undefined ? '' : words(field, before);
          const is = after === undefined ? '（清空）' : words(field, after);
          return <OneChange key={field} label={label} before={was} after={is} />;
        }
        return lines.map((line) => (
          <OneChange key={`${field} ${line.id}`} label={label} before={line.before} after={line.after} />
        ));
      })}
    </>
  );
}
