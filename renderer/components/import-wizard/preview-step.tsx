import { Alert, Group, Pagination, Stack, Tabs, Text } from '@mantine/core';
import { memo, startTransition, useEffect, useState } from 'react';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { ImportView, PlanTab, PlanView, PlanWindow, RemoteImportSession } from '../../store/import/import-api.ts';
import { AnsweredCheckbox } from '../basics/answered-tick.tsx';
import { TAB_WORDS } from './import-words.ts';
import { PlanTable } from './plan-table.tsx';

const ROWS_A_PAGE = 50;
const TABS: readonly PlanTab[] = ['all', 'new', 'update', 'conflict', 'unchanged', 'duplicate', 'heldBack', 'setAside'];

type Props = {
  readonly ledger: Ledger;
  readonly session: RemoteImportSession;
  readonly view: ImportView;
  readonly plan: PlanView;
  readonly onDecide: (change: (session: RemoteImportSession) => Promise<PlanView>) => Promise<void>;
};

/**
 * 预览: every row with what will happen to it, by tab; a window of exactly the plan that will be executed. Drawn anew only
 * where something of it changed, like the step before.
 */
export const PreviewStep = memo(function PreviewStep({ ledger, session, view, plan, onDecide }: Props) {
  const [tab, setTab] = useState<PlanTab>('all');
  const [page, setPage] = useState(1);
  const rows = usePlanWindow(session, plan, tab, page);
  const pages = Math.max(1, Math.ceil((rows?.total ?? 0) / ROWS_A_PAGE));
  return (
    <>
      <NewReferences plan={plan} onDecide={onDecide} />
      <Group justify="space-between" align="center">
        <Tabs
          value={tab}
          onChange={(next) => {
            setTab(TABS.find((one) => one === next) ?? 'all');
            setPage(1);
          }}
        >
          <Tabs.List>
            {TABS.filter((one) => one !== 'setAside' || one === tab || plan.tabs[one] > 0).map((one) => (
              <Tabs.Tab key={one} value={one}>
                {TAB_WORDS[one]} {plan.tabs[one]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        <Text size="sm" c="dimmed" ml="auto">
          双击格子，或按回车，可以直接改
        </Text>
        <AnsweredCheckbox
          label="出错的格留空，其余照常导入"
          checked={plan.leaveEmptyAll}
          disabled={plan.counts.heldBack === 0 && plan.leftEmpty === 0}
          onTick={(left) => onDecide((remote) => remote.leaveEmpty('all', left))}
        />
      </Group>
      {rows !== undefined && (
        <PlanTable key={rows.of} ledger={ledger} view={view} rows={rows.rows} onDecide={onDecide} />
      )}
      {rows?.total === 0 && (
        <Text c="dimmed" ta="center" py="lg">
          这一类没有行。
        </Text>
      )}
      {pages > 1 && <Pagination total={pages} value={page} onChange={setPage} size="sm" />}
    </>
  );
});

function NewReferences({ plan, onDecide }: Pick<Props, 'plan' | 'onDecide'>) {
  if (plan.newReferences.length === 0) return null;
  return (
    <Alert variant="default" p="sm" title="有名称还没有登记">
      <Stack gap={6}>
        {plan.newReferences.map((reference) => (
          <AnsweredCheckbox
            key={`${reference.ledger}/${reference.name}`}
            checked={reference.id !== undefined}
            label={`导入时一并登记“${reference.name}”（${reference.rows.length} 行用到）`}
            onTick={(accepted) =>
              onDecide((remote) => remote.acceptReference(reference.ledger, reference.name, accepted))
            }
          />
        ))}
        <Text size="sm" c="dimmed">
          如果它只是已有单位的另一个叫法，请不要勾选，先到设置里给那个单位加上别名。
        </Text>
      </Stack>
    </Alert>
  );
}

function usePlanWindow(session: RemoteImportSession, plan: PlanView, tab: PlanTab, page: number) {
  const [window, setWindow] = useState<PlanWindow & { readonly of: string }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new plan is new rows behind the same session.
  useEffect(() => {
    let current = true;
    void session.planWindow(tab, (page - 1) * ROWS_A_PAGE, ROWS_A_PAGE).then((next) => {
      if (current) startTransition(() => setWindow({ ...next, of: `${tab} ${page}` }));
    });
    return () => {
      current = false;
    };
  }, [session, plan, tab, page]);
  return window;
}
