import { Anchor, Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { countWords } from '../../../../shared/kit/numbers.ts';
import { BAR_LABEL } from '../../../components/basics/bar-label.ts';
import { ConfirmDialog } from '../../../components/basics/confirm-dialog.tsx';
import { PlainTable } from '../../../components/basics/plain-table.tsx';
import words from '../../../components/basics/words.module.css';
import { figureLink } from '../../../components/figures/figure-link.ts';
import { useNotices } from '../../../components/session/notice.tsx';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useAnswer } from '../../../components/session/use-answer.ts';
import { useDataVersion } from '../../../components/session/use-data-version.ts';
import { useTask } from '../../../components/session/use-task.ts';
import { useToday } from '../../../components/session/use-today.ts';
import type { YearLine } from '../../../store/services/year-end-service.ts';
import { Section } from '../section.tsx';

/** Years offered, the last one first. */
const OFFERED = 5;

/** 年度结转: what a year holds, closing it, and what came in for it since. */
export function YearSection() {
  const { yearEnd } = useStoreClient();
  const { say, refuse } = useNotices();
  const { busy, run } = useTask();
  const today = useToday();
  const version = useDataVersion();
  const last = Number(today.slice(0, 4)) - 1;
  const [year, setYear] = useState(String(last));
  const [approver, setApprover] = useState('');
  const [asking, setAsking] = useState(false);
  const { data } = useAnswer(`${year} ${version}`, () => yearEnd.yearState(year));
  const { isClosed = false, lines } = data ?? {};

  const close = () =>
    run(async () => {
      const outcome = await yearEnd.closeYear({ year, on: today, approver: approver.trim() });
      if (outcome.ok) say({ text: `${year} 年已结转，当年办结的件只能查看。`, batch: outcome.receipt.batch });
      else refuse(outcome);
    });

  return (
    <Section
      title="年度结转"
      hint={
        <>
          结转后，当年办结的件不能再改、不能删，后续环节和更正照常办；在办的转入下年。以后补录这一年的会注明补录年度，与结转时的数并列。要重新打开，在
          <Anchor component={Link} fz="inherit" href="/ledger/closedYear">
            年度结转
          </Anchor>
          里删除这一行，操作记录会留下是谁删的。
        </>
      }
    >
      <Group align="end" gap={12} mb={12}>
        <Select
          label="年度"
          labelProps={BAR_LABEL}
          w={120}
          data={Array.from({ length: OFFERED }, (_, back) => String(last - back))}
          value={year}
          onChange={(chosen) => chosen !== null && setYear(chosen)}
        />
        {isClosed ? (
          <Text fz={13} c="var(--quiet)">
            已结转
          </Text>
        ) : (
          <>
            <TextInput
              label="批准人"
              labelProps={BAR_LABEL}
              w={140}
              value={approver}
              onChange={(event) => setApprover(event.currentTarget.value)}
            />
            <Button loading={busy} disabled={!lines || lines.length === 0} onClick={() => setAsking(true)}>
              结转 {year} 年
            </Button>
          </>
        )}
      </Group>
      {lines?.length === 0 && <Text c="var(--quiet)">{year} 年没有登记过事项，不用结转。</Text>}
      {lines && lines.length > 0 && <YearTable lines={lines} isClosed={isClosed} />}
      {asking && (
        <ConfirmDialog
          title={`结转 ${year} 年？`}
          act={`结转 ${year} 年`}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            close();
          }}
        >
          当年办结的件此后只能查看、办理后续环节或更正；在办的件转入下年照常办理。
        </ConfirmDialog>
      )}
    </Section>
  );
}

function Count({
  ledger,
  ids,
  reported,
}: {
  readonly ledger: string;
  readonly ids: readonly string[];
  readonly reported?: number | undefined;
}) {
  const link = figureLink({ ledger, ids });
  const moved = reported === undefined ? 0 : ids.length - reported;
  return (
    <td className={words.number}>
      {link === undefined ? (
        countWords(ids.length)
      ) : (
        <Anchor component={Link} fz="inherit" href={link}>
          {countWords(ids.length)}
        </Anchor>
      )}
      {moved !== 0 && (
        <span className={words.quiet}>
          （结转时 {countWords(reported ?? 0)}，{moved > 0 ? `多 ${countWords(moved)}` : `少 ${countWords(-moved)}`}）
        </span>
      )}
    </td>
  );
}

function YearTable({ lines, isClosed }: { readonly lines: readonly YearLine[]; readonly isClosed: boolean }) {
  return (
    <PlainTable aria-label="年度结转">
      <thead>
        <tr>
          <th>台账</th>
          <th className={words.number}>收件</th>
          <th className={words.number}>办结</th>
          <th className={words.number}>结转下年</th>
          {isClosed && <th className={words.number}>结转后补录</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ ledger, title, received, closed, carried, reported, late }) => (
          <tr key={ledger}>
            <td>{title}</td>
            <Count ledger={ledger} ids={received} reported={reported?.received} />
            <Count ledger={ledger} ids={closed} reported={reported?.closed} />
            <Count ledger={ledger} ids={carried} reported={reported?.carried} />
            {isClosed && <Count ledger={ledger} ids={late} />}
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}
