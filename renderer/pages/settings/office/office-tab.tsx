import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { RULES_GROUP } from '../../../../shared/kit/rules-group.ts';
import { ParameterTable } from '../limits/parameter-table.tsx';
import { Section } from '../section.tsx';
import { OfficeNames } from './office-names.tsx';
import { OperatorName } from './operator-name.tsx';

/** 单位: what the office is called, who works here, and by which rules it reviews. */
export function OfficeTab() {
  return (
    <>
      <Section
        title="单位名称"
        hint={
          <>
            用于审批表、上报表和状态栏。社区在
            <Anchor component={Link} fz="inherit" href="/ledger/organisation">
              组织架构
            </Anchor>
            、部门在
            <Anchor component={Link} fz="inherit" href="/ledger/department">
              职能部门
            </Anchor>
            里维护。
          </>
        }
      >
        <OfficeNames />
      </Section>
      <Section title="本机经办人" hint="这台电脑上保存的每一步都记在这个名下；已经记下的不变。">
        <OperatorName />
      </Section>
      <Section title="审核规则" hint="改动要写生效日期和依据；此前收件的申请仍按原规则办。">
        <ParameterTable group={RULES_GROUP} />
      </Section>
    </>
  );
}
