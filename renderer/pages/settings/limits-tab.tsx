import { ParameterTable } from './parameter-table.tsx';
import { Section } from './section.tsx';

const LIMITS_GROUP = '时限';

/** 时限: D1 to D11, each with its basis. */
export function LimitsTab() {
  return (
    <Section
      title="办理时限"
      hint="改动要写生效日期和依据，另立一条，原来的一条到前一天为止：生效前收件的申请仍按原时限办，不会一改就超期。"
    >
      <ParameterTable group={LIMITS_GROUP} keyTitle="编号" />
    </Section>
  );
}
