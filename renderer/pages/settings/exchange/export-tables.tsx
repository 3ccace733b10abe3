import { Button, Group, Radio, Text } from '@mantine/core';
import { useState } from 'react';
import { useNotices } from '../../../components/session/notice.tsx';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useTask } from '../../../components/session/use-task.ts';
import { desktop } from '../../../desktop/desktop.ts';
import { Section } from '../section.tsx';

/** 导出数据表: every ledger as CSV with its schema, for databases and statistics programs. */
export function ExportTables() {
  const { exchange } = useStoreClient();
  const { say } = useNotices();
  const { busy, run } = useTask();
  const [isMasked, setMasked] = useState(true);
  const save = async () => {
    const { name, bytes } = await exchange.exportTables(isMasked);
    const file = await desktop().files.save(name, bytes);
    if (file !== undefined) say({ text: `数据表已保存：${file}`, file });
  };
  return (
    <Section
      title="导出数据表（CSV）"
      hint="给数据分析用：每个台账一个 CSV，附字段说明 datapackage.json 和建表脚本 load.sql，DuckDB、PostgreSQL 等可以直接读入。金额按分，日期按 2026-01-05。检举控告等受限内容不在其中。"
      actions={
        <Button variant="default" loading={busy} onClick={() => run(save)}>
          导出数据表…
        </Button>
      }
    >
      <Radio.Group
        aria-label="个人信息"
        value={isMasked ? 'masked' : 'whole'}
        onChange={(value) => setMasked(value === 'masked')}
      >
        <Group gap={24}>
          <Radio value="masked" label="个人信息打星号" />
          <Radio value="whole" label="含个人信息（记入操作记录）" />
        </Group>
      </Radio.Group>
      {!isMasked && (
        <Text fz={13} mt={6} c="var(--mantine-color-error)">
          文件里有姓名、电话、证件号码，没有加密。请只放在单位保管的介质上，用完即删。
        </Text>
      )}
    </Section>
  );
}
