import { Button, Select, Text, TextInput } from '@mantine/core';
import { StateNote } from '../../../components/basics/state-notes.tsx';
import { useLock } from '../../../components/lock/lock-context.tsx';
import { Section } from '../section.tsx';
import styles from '../settings.module.css';
import { PurgeDialog } from './purge-dialog.tsx';
import { PurgeTable } from './purge-table.tsx';
import { PURGE_BASES, usePurge } from './use-purge.ts';

/** 个人信息: how it is shown and recorded, and the one command that takes a person's data out for good. */
export function PrivacyTab() {
  const { isGuarded, operator } = useLock();
  const state = usePurge();
  const { form, set, found, records, copies, done, busy } = state;
  const mayPurge = !isGuarded || operator?.role === '管理员';
  return (
    <Section
      title="清除个人信息"
      hint="把一个人的姓名、证件号码等从记录、回收站、操作记录和日志副本里清除，不能撤销。办件的编号、日期、结果保留，统计不变；要整条去掉的，先删除到回收站再清除。"
    >
      {!mayPurge ? (
        <StateNote title="由管理员办理" text="清除个人信息不能撤销，只有管理员可以办理。" />
      ) : (
        <>
          <form
            className={styles.fields}
            onSubmit={(event) => {
              event.preventDefault();
              if (state.canFind) state.find();
            }}
          >
            <TextInput label="姓名" value={form.name} onChange={(event) => set({ name: event.currentTarget.value })} />
            <TextInput
              label="证件号码"
              value={form.idNo}
              onChange={(event) => set({ idNo: event.currentTarget.value })}
            />
            <Select
              label="依据（个人信息保护法第四十七条）"
              data={[...PURGE_BASES]}
              value={form.basis}
              onChange={(basis) => basis !== null && set({ basis })}
            />
            <Button
              type="submit"
              variant="default"
              loading={busy}
              disabled={!state.canFind}
              style={{ justifySelf: 'start' }}
            >
              查找
            </Button>
          </form>
          {!state.canFind && (
            <Text mt={4} fz={13} c="var(--quiet)">
              先填姓名或证件号码，再查找。
            </Text>
          )}
          {done !== undefined && (
            <Text my="sm" role="status">
              已清除 {done} 条记录里的个人信息，并记入操作记录。清不到的副本请按提示另行处理。
            </Text>
          )}
          {found && <PurgeTable state={state} found={found} />}
          {found && found.records.length > 0 && (
            <Button color="red.9" mt="sm" disabled={records.length === 0 || busy} onClick={state.ask}>
              清除选中的 {records.length} 条…
            </Button>
          )}
        </>
      )}
      {copies && <PurgeDialog state={state} copies={copies} />}
    </Section>
  );
}
