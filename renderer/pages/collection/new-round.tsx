import { Button, Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { isCollectible, roundDrafts, roundTitle } from '../../../shared/collection/rounds.ts';
import { isDay } from '../../../shared/kit/day.ts';
import { isInUse } from '../../../shared/kit/in-use.ts';
import { periodOf, previousPeriod } from '../../../shared/kit/period.ts';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';
import { StateNote } from '../../components/basics/state-notes.tsx';
import words from '../../components/basics/words.module.css';
import { PeriodPicker } from '../../components/period/period-picker.tsx';
import { DayPicker } from '../../components/record-form/day-picker.tsx';
import { useNotices } from '../../components/session/notice.tsx';
import { useReferenceBook } from '../../components/session/reference-book.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useTask } from '../../components/session/use-task.ts';
import { useToday } from '../../components/session/use-today.ts';
import styles from './collection.module.css';
import { roundLink } from './collection-links.ts';
import { useUnitName } from './use-unit-name.ts';

const CHOICES = ledgers.filter(isCollectible).map(({ id, title }) => ({ value: id, label: title }));

/** 发起收表: what, for which period, by when, from whom. */
export function NewRound() {
  const { store } = useStoreClient();
  const { recordsOf } = useReferenceBook();
  const unitName = useUnitName();
  const { say, refuse } = useNotices();
  const { busy, run } = useTask();
  const [, navigate] = useLocation();
  const today = useToday();
  const [ledgerId, setLedgerId] = useState(CHOICES[0]?.value ?? '');
  const [period, setPeriod] = useState(previousPeriod(periodOf('month', today)));
  const [dueOn, setDueOn] = useState('');
  const [left, setLeft] = useState<readonly string[]>([]);
  const communities = recordsOf('organisation')
    .filter(({ values }) => values.level === '社区' && isInUse(values, today))
    .map(({ id }) => id);
  const units = communities.filter((id) => !left.includes(id));
  const isDueRight = dueOn === '' || isDay(dueOn);

  const begin = () =>
    run(async () => {
      const ledger = ledgerById(ledgerId);
      if (!ledger) return;
      const drafts = roundDrafts({ ledger, period, units, ...(dueOn === '' ? {} : { dueOn }) });
      const title = roundTitle(ledger, period);
      const outcome = await store.write(drafts, { kind: 'create', text: `发起收表：${title}` });
      if (!outcome.ok) return refuse(outcome);
      say({ text: `已发起《${title}》，${units.length} 个单位。`, batch: outcome.receipt.batch });
      navigate(roundLink(ledger.id, period));
    });

  if (communities.length === 0) {
    return <StateNote title="还没有社区" text="先在“基础”的组织架构里登记社区，再向它们收表。" />;
  }
  return (
    <section className={styles.main} aria-label="发起收表">
      <div className={styles.head}>
        <h1>发起收表</h1>
        <span className={words.quiet}>存出空白表发给社区；交回来导入时自动对应，并记下谁已交</span>
      </div>
      <Stack gap={14} className={styles.form}>
        <Select
          label="收什么"
          w={280}
          searchable
          data={CHOICES}
          value={ledgerId}
          onChange={(id) => setLedgerId(id ?? ledgerId)}
        />
        <div>
          <Text size="sm" fw={600} mb={4}>
            哪一期
          </Text>
          <PeriodPicker period={period} today={today} onChoose={setPeriod} />
        </div>
        <TextInput
          label="交表期限"
          description="可不填；填了才会标出逾期"
          placeholder={`例：${today}`}
          w={200}
          value={dueOn}
          error={isDueRight ? undefined : '请写成 2026-10-09'}
          rightSection={<DayPicker value={dueOn} onPick={setDueOn} />}
          onChange={(event) => setDueOn(event.currentTarget.value.trim())}
        />
        <div>
          <Group gap={12} mb={6}>
            <Text size="sm" fw={600}>
              向谁收（{units.length} 个）
            </Text>
            <Button variant="subtle" h={24} px={6} onClick={() => setLeft(left.length === 0 ? communities : [])}>
              {left.length === 0 ? '全不选' : '全选'}
            </Button>
          </Group>
          <Group gap={16}>
            {communities.map((id) => (
              <Checkbox
                key={id}
                label={unitName(id)}
                checked={!left.includes(id)}
                onChange={(event) =>
                  setLeft(event.currentTarget.checked ? left.filter((one) => one !== id) : [...left, id])
                }
              />
            ))}
          </Group>
        </div>
        <Group>
          <Button loading={busy} disabled={units.length === 0 || !isDueRight} onClick={begin}>
            发起收表
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
