import { Autocomplete, Button, Checkbox, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { momentWords } from '../../../../shared/kit/moment-words.ts';
import { SealingFields, useSealing } from '../../../components/backup/sealing-fields.tsx';
import { FormDialog } from '../../../components/basics/form-dialog.tsx';
import { useNotices } from '../../../components/session/notice.tsx';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useAnswer } from '../../../components/session/use-answer.ts';
import { useTask } from '../../../components/session/use-task.ts';
import { desktop } from '../../../desktop/desktop.ts';
import type { Receiver } from '../../../store/exchange/exchange-api.ts';
import { Section } from '../section.tsx';

type Props = { readonly round: string; readonly onSaved: () => void };

/** 导出交换包: whom it is for decides what is new for them. */
export function ExportPackage({ round, onSaved }: Props) {
  const { exchange } = useStoreClient();
  const { data: receivers = [] } = useAnswer(`receivers ${round}`, () => exchange.receivers());
  const [isOpen, setOpen] = useState(false);
  const hint =
    '把本机的记录带到另一台电脑：本单位的第二台电脑，或者区里汇总的电脑。用U盘或内网邮件传，不需要联网。检举控告等受限内容和附件文件不随包带出。';
  const last = receivers.map(({ name, at }) => `${name}（${momentWords(at)}）`).join('、');
  return (
    <Section title="导出交换包" hint={hint} actions={<Button onClick={() => setOpen(true)}>导出交换包…</Button>}>
      {receivers.length > 0 && <Text fz={13}>已经给过：{last}</Text>}
      {isOpen && (
        <ExportDialog
          receivers={receivers}
          onClose={() => setOpen(false)}
          onSaved={() => {
            setOpen(false);
            onSaved();
          }}
        />
      )}
    </Section>
  );
}

type DialogProps = {
  readonly receivers: readonly Receiver[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
};

function ExportDialog({ receivers, onClose, onSaved }: DialogProps) {
  const { exchange } = useStoreClient();
  const { say, refuse } = useNotices();
  const { busy, run } = useTask();
  const sealing = useSealing();
  const [typed, setTyped] = useState(receivers[0]?.name ?? '');
  const [since, setSince] = useState<'last' | 'all'>('last');
  const [passesOn, setPassesOn] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const receiver = typed.trim();
  const before = receivers.find(({ name }) => name === receiver);

  const save = async () => {
    const { name, bytes, batches, withheld } = await exchange.makePackage({ receiver, since, passesOn });
    const { passphrase } = sealing;
    const sealed = passphrase === undefined ? bytes : await desktop().sealed.seal(name, bytes, passphrase);
    const file = await desktop().files.save(passphrase === undefined ? name : `${name}.slsealed`, sealed);
    if (file === undefined) return;
    const outcome = await exchange.packageSaved(name);
    if (!outcome.ok) return refuse(outcome);
    const left = withheld > 0 ? `，${withheld} 项受限或已清除的内容没有带出` : '';
    say({ text: `交换包已保存：${batches} 批改动${left}。${file}`, file });
    onSaved();
  };
  const submit = () => {
    setMissing(receiver === '');
    if (sealing.ready() && receiver !== '') run(save);
  };

  return (
    <FormDialog title="导出交换包" act="选择位置并保存" busy={busy} onSubmit={submit} onClose={onClose}>
      <Autocomplete
        label="给谁"
        description="写对方单位或电脑的名称，程序按它记住给到哪里了"
        data={receivers.map(({ name }) => name)}
        value={typed}
        onChange={setTyped}
        // Whom the last one went to stands there: another name is typed over it.
        onFocus={(event) => event.currentTarget.select()}
        error={isMissing && receiver === '' ? '请写明给谁' : undefined}
      />
      <Radio.Group label="带出哪些改动" value={since} onChange={(value) => setSince(value === 'all' ? 'all' : 'last')}>
        <Stack gap={6} mt={4}>
          <Radio
            value="last"
            label={before ? `上次（${momentWords(before.at)}）给它以后的` : '上次给它以后的（还没给过，即全部）'}
          />
          <Radio value="all" label="全部（对方丢了前面的包，或重新开始时）" />
        </Stack>
      </Radio.Group>
      <Checkbox
        label="连同本机已并入的其他单位的记录"
        checked={passesOn}
        onChange={(event) => setPassesOn(event.currentTarget.checked)}
      />
      <SealingFields
        sealing={sealing}
        file="这个交换包"
        forgotten="重新导出一个就行"
        bare="不加密的交换包里有记录和个人信息，谁拿到都能看。请只放在单位保管的介质上，用完即删。"
      />
    </FormDialog>
  );
}
