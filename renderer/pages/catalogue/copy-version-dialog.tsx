import { Select, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import type { CatalogueVersion } from '../../../shared/access/catalogue/catalogue-versions.ts';
import type { Complaint } from '../../../shared/kit/complaint.ts';
import { FormDialog } from '../../components/basics/form-dialog.tsx';
import { useNotices } from '../../components/session/notice.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useTask } from '../../components/session/use-task.ts';
import { useToday } from '../../components/session/use-today.ts';
import { type VersionChoice, versionChoice, versionName, versionTitle } from './catalogue-views.ts';

type Props = {
  readonly versions: readonly CatalogueVersion[];
  readonly onCopied: (choice: VersionChoice) => void;
  readonly onClose: () => void;
};

/** 换版: next year's catalogue from this year's, in one batch. */
export function CopyVersionDialog({ versions, onCopied, onClose }: Props) {
  const { catalogue } = useStoreClient();
  const { say } = useNotices();
  const { busy, run } = useTask();
  const nextYear = String(Number(useToday().slice(0, 4)) + 1);
  const [from, setFrom] = useState(versions[0]?.label ?? '');
  const [to, setTo] = useState(nextYear);
  const [effectiveFrom, setEffectiveFrom] = useState<string | null>(`${nextYear}-01-01`);
  const [complaints, setComplaints] = useState<readonly Complaint[]>([]);
  const against = (field: string) => complaints.find((complaint) => complaint.field === field)?.message;
  const elsewhere = complaints.filter(({ field }) => !['from', 'to', 'effectiveFrom'].includes(field ?? ''));

  const copy = async () => {
    const label = to.trim();
    const outcome = await catalogue.copyCatalogueVersion({ from, to: label, effectiveFrom: effectiveFrom ?? '' });
    if (!outcome.ok) return setComplaints(outcome.complaints);
    say({ text: `已复制出 ${versionName(label)}，${effectiveFrom ?? ''} 起生效。`, batch: outcome.receipt.batch });
    onCopied(versionChoice(label));
  };

  return (
    <FormDialog
      title="换版：复制为新版本"
      size="md"
      problems={elsewhere.map(({ message }) => message)}
      act="复制为新版本"
      busy={busy}
      onSubmit={() => run(copy)}
      onClose={onClose}
    >
      <Text c="var(--quiet)">
        把一个版本仍有效的条目整批复制到新版本，原版本的失效日期定为新版本生效的前一天。废止和到期的条目不复制。收件在前的申请仍按收件当天有效的清单比对。
      </Text>
      <Select
        label="从哪个版本"
        value={from}
        data={versions.map((version) => ({ value: version.label, label: versionTitle(version) }))}
        error={against('from')}
        onChange={(label) => setFrom(label ?? '')}
      />
      <TextInput
        label="新版本名称"
        description="一般写年度，如 2027"
        value={to}
        error={against('to')}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <DateInput
        label="新版本生效日期"
        valueFormat="YYYY-MM-DD"
        value={effectiveFrom}
        error={against('effectiveFrom')}
        onChange={setEffectiveFrom}
      />
    </FormDialog>
  );
}
