import { Button, CloseButton, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { isSame } from '../../../shared/kit/is-same.ts';
import { FormDialog } from '../basics/form-dialog.tsx';
import type { Narrowed, TableState } from '../ledger-table/use-table-state.ts';
import { useKept } from '../session/use-kept.ts';
import styles from './ledger-workspace.module.css';

/** A tab the clerk made: how the list was filtered and sorted, under a name. */
type OwnView = Narrowed & { readonly title: string };

const NONE: readonly OwnView[] = [];

const isSameView = (one: Narrowed, other: Narrowed): boolean =>
  isSame([one.filters, one.sort], [other.filters, other.sort]);

type Props = { readonly state: TableState; readonly onAllRows: (() => void) | undefined };

/** The clerk's own views as tabs, beside those every ledger has, and the way to make one of what is filtered now. */
export function OwnViews({ state: { ledger, filters, sort, narrow }, onAllRows }: Props) {
  const [views, setViews] = useKept<readonly OwnView[]>(`views:${ledger.id}`, NONE);
  const [title, setTitle] = useState<string>();
  const now: Narrowed = { filters, ...(sort ? { sort } : {}) };
  const isNew = filters.length > 0 && !views.some((view) => isSameView(view, now));
  const save = () => {
    const name = title?.trim();
    if (!name) return;
    setViews([...views.filter((view) => view.title !== name), { ...now, title: name }]);
    setTitle(undefined);
  };
  return (
    <>
      {views.length > 0 && (
        <fieldset className={styles.own} aria-label="我的视图">
          {views.map((view) => (
            <span key={view.title} className={styles.ownView}>
              <UnstyledButton
                className={styles.view ?? ''}
                aria-pressed={isSameView(view, now)}
                data-here={isSameView(view, now) ? '' : undefined}
                onClick={() => {
                  onAllRows?.();
                  narrow(
                    isSameView(view, now)
                      ? { filters: [] }
                      : { filters: view.filters, ...(view.sort ? { sort: view.sort } : {}) },
                  );
                }}
              >
                {view.title}
              </UnstyledButton>
              {isSameView(view, now) && (
                <CloseButton
                  size={18}
                  aria-label={`删除视图“${view.title}”`}
                  onClick={() => setViews(views.filter((one) => one !== view))}
                />
              )}
            </span>
          ))}
        </fieldset>
      )}
      {isNew && (
        <Button variant="subtle" px={8} flex="none" onClick={() => setTitle('')}>
          存为视图
        </Button>
      )}
      {title !== undefined && (
        <FormDialog
          title="把现在的筛选存为视图"
          act="保存"
          busy={false}
          onSubmit={save}
          onClose={() => setTitle(undefined)}
        >
          <TextInput
            label="视图名称"
            maxLength={12}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        </FormDialog>
      )}
    </>
  );
}
