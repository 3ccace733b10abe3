import { Anchor, Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { handedOverCount } from '../../../../shared/handover/handed-over-count.ts';
import type { HandoverItem } from '../../../../shared/handover/plan-handover.ts';
import { textIn } from '../../../../shared/kit/field-values.ts';
import { countWords } from '../../../../shared/kit/numbers.ts';
import { BAR_LABEL } from '../../../components/basics/bar-label.ts';
import { PlainTable } from '../../../components/basics/plain-table.tsx';
import words from '../../../components/basics/words.module.css';
import { useExporting } from '../../../components/ledger-workspace/use-exporting.ts';
import { useNotices } from '../../../components/session/notice.tsx';
import { documentLink, recordLink } from '../../../components/session/record-link.ts';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useAnswer } from '../../../components/session/use-answer.ts';
import { useDataVersion } from '../../../components/session/use-data-version.ts';
import { useTask } from '../../../components/session/use-task.ts';
import { useToday } from '../../../components/session/use-today.ts';
import { Section } from '../section.tsx';

/** 交接: whose open cases, to whom; the list is seen before anything is written, and stays to be signed. */
export function HandoverSection() {
  const { yearEnd } = useStoreClient();
  const { say, refuse } = useNotices();
  const { busy, run } = useTask();
  const today = useToday();
  const version = useDataVersion();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState('');
  const [witness, setWitness] = useState('');
  const [reason, setReason] = useState('');
  const { data: clerks } = useAnswer(`clerks ${version}`, () => yearEnd.clerks());
  const { data: items } = useAnswer(from === null ? undefined : `${from} ${version}`, () =>
    yearEnd.handoverPlan(from ?? ''),
  );
  const shown = from === null ? [] : (items ?? []);
  const receiver = to.trim();

  const handOver = () =>
    run(async () => {
      const entry = { from: from ?? '', to: receiver, on: today, witness: witness.trim(), reason: reason.trim() };
      const outcome = await yearEnd.handOver(shown, entry);
      if (!outcome.ok) return refuse(outcome);
      say({ text: `已将 ${shown.length} 件移交给${receiver}，移交清单在下面打印。`, batch: outcome.receipt.batch });
      setFrom(null);
      setTo('');
    });

  return (
    <Section
      title="交接"
      hint="把一名经办人的全部在办事项一次移交给另一人：先看清单，移交后打印签字；整批可以撤销。办结的不移交；受限内容由有权查看的操作员移交，清单上只写件数。"
    >
      <Group align="end" gap={12} mb={12}>
        <Select
          label="移交人"
          labelProps={BAR_LABEL}
          placeholder={clerks?.length === 0 ? '在办事项都没有写经办人' : '选择'}
          w={220}
          searchable
          data={(clerks ?? []).map(({ clerk, count }) => ({ value: clerk, label: `${clerk}（${count} 件）` }))}
          value={from}
          onChange={setFrom}
        />
        <TextInput
          label="接收人"
          labelProps={BAR_LABEL}
          w={140}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <TextInput
          label="监交人"
          labelProps={BAR_LABEL}
          w={140}
          value={witness}
          onChange={(event) => setWitness(event.currentTarget.value)}
        />
        <TextInput
          label="原因"
          labelProps={BAR_LABEL}
          w={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button loading={busy} disabled={shown.length === 0 || receiver === ''} onClick={handOver}>
          {shown.length === 0 ? '移交' : `移交 ${shown.length} 件`}
        </Button>
        {(shown.length === 0 || receiver === '') && (
          <Text fz={13} c="var(--quiet)" mb={6}>
            选移交人、填接收人后移交。
          </Text>
        )}
      </Group>
      {shown.length > 0 && <ItemTable items={shown} />}
      <PastHandovers />
    </Section>
  );
}

const KEYS = [
  ['title', '台账'],
  ['number', '编号'],
  ['matter', '事项'],
  ['state', '状态'],
  ['dueOn', '到期日'],
] as const;

function ItemTable({ items }: { readonly items: readonly HandoverItem[] }) {
  return (
    <PlainTable aria-label="移交清单预览">
      <thead>
        <tr>
          {KEYS.map(([key, label]) => (
            <th key={key}>{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={`${item.ledger} ${item.id}`}>
            {KEYS.map(([key]) => (
              <td key={key}>
                {key === 'number' ? (
                  <Anchor component={Link} fz="inherit" href={recordLink(item.ledger, item.id)}>
                    {item.number}
                  </Anchor>
                ) : (
                  item[key]
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}

/** What changed hands before, each with its list to print or to save. */
function PastHandovers() {
  const { store, yearEnd } = useStoreClient();
  const exporting = useExporting();
  const version = useDataVersion();
  const { data } = useAnswer(`handovers ${version}`, () => store.window({ ledger: 'handover' }, 0, 20));
  const rows = data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <PlainTable aria-label="以往交接" style={{ marginTop: 16 }}>
      <thead>
        <tr>
          <th>交接编号</th>
          <th>日期</th>
          <th>移交人</th>
          <th>接收人</th>
          <th className={words.number}>件数</th>
          <th aria-label="操作" />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, values }) => (
          <tr key={id}>
            <td>
              <Anchor component={Link} fz="inherit" href={recordLink('handover', id)}>
                {textIn(values, 'handoverNo')}
              </Anchor>
            </td>
            <td>{textIn(values, 'handedOn')}</td>
            <td>{textIn(values, 'from')}</td>
            <td>{textIn(values, 'to')}</td>
            <td className={words.number}>{countWords(handedOverCount(values))}</td>
            <td className={words.act}>
              <Anchor component={Link} fz="inherit" href={documentLink('handover', id, 'handover-list')}>
                移交清单
              </Anchor>
              <Button
                variant="subtle"
                px={8}
                h={26}
                loading={exporting.busy}
                onClick={() => exporting.run(() => yearEnd.exportHandoverList(id))}
              >
                导出 Excel
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}
