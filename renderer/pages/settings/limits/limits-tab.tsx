import { LADDER_GROUP } from '../../../../shared/deadlines/ladder.ts';
import { LIMITS_GROUP } from '../../../../shared/deadlines/limit.ts';
import { COUNTING_GROUP } from '../../../../shared/kit/counting-rules.ts';
import { Section } from '../section.tsx';
import { ParameterTable } from './parameter-table.tsx';

/** 时限: every limit with its basis, and how to count where no rule says it. */
export function LimitsTab() {
  return (
    <>
      <Section
        title="办理时限"
        hint="改动要写生效日期和依据，另立一条，原来的一条到前一天为止：生效前收件的申请仍按原时限办，不会一改就超期。"
      >
        <ParameterTable group={LIMITS_GROUP} isNamed={false} />
      </Section>
      <Section title="预警比例" hint="用去办理时限的百分之几起提醒；没有另定提醒办法的时限都按它。">
        <ParameterTable group={LADDER_GROUP} />
      </Section>
      <Section title="计算规则" hint="文件没有写明怎么算的，由本单位定；两种算法的结果在记录里都看得到。">
        <ParameterTable group={COUNTING_GROUP} />
      </Section>
    </>
  );
}
