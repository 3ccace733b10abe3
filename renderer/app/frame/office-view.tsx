import { Select } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useEffect } from 'react';
import { ALL_RECORDS, OWN_RECORDS } from '../../../shared/exchange/office.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useStoreStatus } from '../../components/session/use-store-status.ts';

/** 汇总: whose records the screens show, where other offices' were merged. Remembered on this PC. */
export function OfficeView() {
  const { exchange } = useStoreClient();
  const status = useStoreStatus();
  const [kept, setKept] = useLocalStorage({ key: 'office-view', defaultValue: OWN_RECORDS });
  const hasOthers = (status?.others.length ?? 0) > 0;
  useEffect(() => {
    if (hasOthers) void exchange.setView(kept);
  }, [exchange, kept, hasOthers]);
  if (!status || !hasOthers) return null;
  const data = [
    { value: OWN_RECORDS, label: '本单位' },
    { value: ALL_RECORDS, label: '全部单位' },
    ...status.others.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Select
      aria-label="看哪个单位"
      title="台账、工作台、指标、报表看哪个单位的"
      w={150}
      data={data}
      value={status.view}
      onChange={(value) => setKept(value ?? OWN_RECORDS)}
    />
  );
}
