import { Button, Menu, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { isMissing, nilDraft, type Round, type RoundLine, reminderText } from '../../../shared/collection/rounds.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import type { ColumnChoice } from '../../../shared/workbook/export/collection-form.ts';
import { PlainTable } from '../../components/basics/plain-table.tsx';
import words from '../../components/basics/words.module.css';
import { useExporting } from '../../components/ledger-workspace/use-exporting.ts';
import { useNotices } from '../../components/session/notice.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useOperator } from '../../components/session/use-operator.ts';
import { useStoreStatus } from '../../components/session/use-store-status.ts';
import { useTask } from '../../components/session/use-task.ts';
import { useToday } from '../../components/session/use-today.ts';
import styles from './collection.module.css';
import { useUnitName } from './use-unit-name.ts';

const COLUMN_CHOICES: readonly { readonly columns: ColumnChoice; readonly label: string }[] = [
  { columns: 'usual', label: '常用列' },
  { columns: 'all', label: '全部列' },
];

/** One round: its blanks, who has handed in, who has nothing, who is missing, and the words to remind them. */
export function RoundBoard({ round }: { readonly round: Round }) {
  const [, navigate] = useLocation();
  const today = useToday();
  const status = useStoreStatus();
  const [reminding, setReminding] = useState(false);
  const name = useUnitName();
  const reminder = reminderText(round, name, status?.office ?? '', today);
  return (
    <section className={styles.main} aria-label={round.title}>
      <div className={styles.head}>
        <h1>{round.title}</h1>
        {round.dueOn !== undefined && <span className={words.quiet}>交表期限 {round.dueOn}</span>}
      </div>
      <div className={styles.acts}>
        <Blanks round={round} />
        <Button variant="default" onClick={() => navigate(`/import/${round.ledger}`)}>
          导入交来的表
        </Button>
        <Button variant="default" disabled={reminder === ''} onClick={() => setReminding(!reminding)}>
          催报
        </Button>
        <Counts round={round} />
      </div>
      {reminding && reminder !== '' && <Reminder text={reminder} />}
      <Lines round={round} nameOf={name} />
    </section>
  );
}

function Counts({ round: { lines } }: { readonly round: Round }) {
  const count = (is: (line: RoundLine) => boolean) => lines.filter(is).length;
  const [handed, nil] = [count(({ standing }) => standing === '已交'), count(({ standing }) => standing === '零报告')];
  return (
    <span className={styles.counts} data-testid="round-counts">
      已交 {handed} · 零报告 {nil} · 未交 {count(isMissing)}
    </span>
  );
}

/** Saving the blanks: one for each community in an archive, or one that all of them fill in. */
function Blanks({ round }: { readonly round: Round }) {
  const { collection } = useStoreClient();
  const exporting = useExporting();
  const { ledger, period, dueOn } = round;
  const units = round.lines.map(({ unit }) => unit);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button loading={exporting.busy}>存空白表</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {COLUMN_CHOICES.map(({ columns, label }) => (
          <div key={columns}>
            <Menu.Label>{label}</Menu.Label>
            <Menu.Item
              onClick={() => exporting.run(() => collection.blankForms({ ledger, period, dueOn, units, columns }))}
            >
              每个社区一份（压缩包）
            </Menu.Item>
            <Menu.Item
              onClick={() => exporting.run(() => collection.blankForm({ ledger, period, dueOn, units: [], columns }))}
            >
              各社区共用一份
            </Menu.Item>
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Reminder({ text }: { readonly text: string }) {
  const { say } = useNotices();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say({ text: '催报文字已复制，可粘贴到工作群。' });
    } catch {
      say({ text: '没有复制成，请选中文字后按 Ctrl+C。', grade: 'problem' });
    }
  };
  return (
    <div className={styles.reminder}>
      <Textarea label="催报文字" autosize readOnly value={text} />
      <Button variant="default" mt={8} mb={16} onClick={copy}>
        复制
      </Button>
    </div>
  );
}

type LinesProps = { readonly round: Round; readonly nameOf: (unit: string) => string };

function Lines({ round, nameOf }: LinesProps) {
  const { collection, store } = useStoreClient();
  const exporting = useExporting();
  const { say, refuse } = useNotices();
  const { busy, run } = useTask();
  const [operator] = useOperator();
  const today = useToday();
  const { ledger, period, dueOn } = round;
  const noteNil = (line: RoundLine) =>
    run(async () => {
      const text = `${nameOf(line.unit)}零报告：${round.title}`;
      const outcome = await store.write([nilDraft(line, today, operator)], { kind: 'edit', text });
      if (!outcome.ok) return refuse(outcome);
      say({ text: `已记${nameOf(line.unit)}零报告。`, batch: outcome.receipt.batch });
    });
  return (
    <PlainTable aria-label="各单位交表情况">
      <thead>
        <tr>
          <th>单位</th>
          <th>情况</th>
          <th>日期</th>
          <th className={styles.number}>条数</th>
          <th>交来的文件</th>
          <th>登记人</th>
          <th aria-label="操作" />
        </tr>
      </thead>
      <tbody>
        {round.lines.map((line) => (
          <tr key={line.record.id}>
            <td className={words.nowrap}>{nameOf(line.unit)}</td>
            <td className={line.standing === '逾期未交' ? words.late : undefined}>{line.standing}</td>
            <td className={words.nowrap}>{textIn(line.record.values, 'handedOn')}</td>
            <td className={styles.number}>{String(line.record.values.rows ?? '')}</td>
            <td className={styles.file}>{textIn(line.record.values, 'file')}</td>
            <td>{textIn(line.record.values, 'clerk')}</td>
            <td className={styles.act}>
              {isMissing(line) && (
                <Button variant="subtle" h={26} px={8} loading={busy} onClick={() => noteNil(line)}>
                  记零报告
                </Button>
              )}
              <Button
                variant="subtle"
                h={26}
                px={8}
                loading={exporting.busy}
                onClick={() =>
                  exporting.run(() =>
                    collection.blankForm({ ledger, period, dueOn, units: [line.unit], columns: 'usual' }),
                  )
                }
              >
                空白表
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}
