import { REVIEW_PROFILES } from '../../../../shared/access/review/profile.ts';
import { profileRules } from '../../../../shared/access/review/profile-rules.ts';
import { reviewClocks } from '../../../../shared/access/review/review-clocks.ts';
import { reviewWorkflow } from '../../../../shared/access/review/review-workflow.ts';
import { workflowTable } from '../../../../shared/kit/workflow-table.ts';

const cells = (...texts: readonly string[]): string => `| ${texts.join(' | ')} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [cells(...head), `|${'---|'.repeat(head.length)}`, ...rows.map((row) => cells(...row))].join('\n');

const yesNo = (on: boolean): string => (on ? '是' : '否');

/** The parts of docs/review.md that are the code's own words, by the name of the block that holds them. */
export const blocks: Readonly<Record<string, string>> = {
  workflow: workflowTable(reviewWorkflow)
    .map((line) => `- ${line}`)
    .join('\n'),
  states: table(
    ['id', '状态', '在办', '等待谁'],
    Object.entries(reviewWorkflow.states).map(([id, { title, open, waitingFor }]) => [
      id,
      title,
      yesNo(open),
      waitingFor ?? '',
    ]),
  ),
  clocks: table(
    ['参数', '时限', '工作日', '出处'],
    reviewClocks.map(({ id, title, limit, basis, inferred }) => [
      id,
      title,
      String(limit.otherwise),
      inferred ? '推定：可调整的默认值' : basis,
    ]),
  ),
  profiles: table(
    ['规则', ...REVIEW_PROFILES.map(({ name }) => name)],
    ['征求社区意见', '街道初审', '街道可否决'].map((rule) => [
      rule,
      ...REVIEW_PROFILES.map(({ name }) => profileRules(name)[rule] ?? ''),
    ]),
  ),
};
