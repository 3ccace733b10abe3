import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import words from '../../components/basics/words.module.css';
import { enterExample } from '../../desktop/example-mode.ts';
import styles from './first-start.module.css';
import { LineField } from './line-field.tsx';
import { ListField } from './list-field.tsx';
import { OfficePreview } from './office-preview.tsx';
import { ProfileField } from './profile-field.tsx';
import { RestoreOffer } from './restore-offer.tsx';
import { SecondCopyStep } from './second-copy-step.tsx';
import { Step } from './step.tsx';
import { useFirstOffice } from './use-first-office.ts';

/** First start: three short steps on one page; everything is created as one batch. */
export function FirstStartPage() {
  const state = useFirstOffice();
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    // What is missing may be out of sight of the button.
    if (state.refusals > 0) sheet.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state.refusals]);
  return (
    <div className={styles.screen}>
      <main ref={sheet} className={styles.sheet}>
        <header className={styles.head}>
          <h1>街道准入台账 · 首次设置</h1>
          <div className={words.quiet}>
            填写本街道的基本情况，约三分钟。都可以以后再改。
            <Button variant="subtle" h={26} px={8} onClick={enterExample}>
              先看看示例
            </Button>
          </div>
        </header>
        <RestoreOffer />
        <div className={styles.steps}>
          <Step title="一、街道和经办人" hint="全称用于审批表和上报表，简称用于发文和列表。">
            <LineField state={state} field="district" label="区（县）全称" example="如：示例区" required />
            <LineField state={state} field="street" label="街道全称" example="如：示例区滨河街道办事处" required />
            <LineField state={state} field="streetShort" label="发文简称" example="如：滨河街道" />
            <LineField state={state} field="operator" label="经办人姓名" example="本机的使用人，不是账号" required />
          </Step>
          <Step title="二、社区和部门" hint="每行一个；可以从 Excel 表里复制几列直接粘贴，表头和序号会略过。">
            <ListField
              state={state}
              field="communities"
              label="社区"
              hint="名称，类型，户数（后两项可不填）"
              example={'如：\n晨光社区，社区，1260\n东湖社区\n柳林村，村'}
              required
            />
            <ListField
              state={state}
              field="departments"
              label="职能部门"
              hint="全称，简称，层级（不填层级为区）"
              example={'如：\n区住房和城乡建设局，区住建局\n市公安局示例区分局，区公安分局\n党政办，街道内设'}
            />
          </Step>
          <Step title="三、审核规则" hint="各地机构名称和步骤不一，这里是默认值，按本地文件改。">
            <LineField state={state} field="carryingBody" label="区级承办机构" example="如：区委社会工作部" required />
            <LineField
              state={state}
              field="decidingBody"
              label="区级审定机构"
              example="如：区社区工作事项准入联席会议"
              required
            />
            <ProfileField state={state} />
          </Step>
          <SecondCopyStep />
        </div>
        <OfficePreview state={state} />
      </main>
    </div>
  );
}
