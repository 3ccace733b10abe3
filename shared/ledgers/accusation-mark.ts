import { yesNo } from '../kit/fields.ts';

/** The mark of a row whose words are an accusation's (检举控告): only cleared operators see it (信访工作条例 第三十条). */
export const accusationMark = (section: string) =>
  yesNo('涉检举控告')
    .section(section)
    .help('选“是”的受限，只有经授权的操作员可以查看；由它转出检举控告信访件时自动标为“是”');
