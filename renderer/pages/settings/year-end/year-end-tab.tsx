import { HandoverSection } from './handover-section.tsx';
import { YearSection } from './year-section.tsx';

/** 交接与年度: open cases from one clerk to another, and a year closed. */
export function YearEndTab() {
  return (
    <>
      <HandoverSection />
      <YearSection />
    </>
  );
}
