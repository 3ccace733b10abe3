import type { Workflow } from './workflow.ts';

/**
 * A workflow as lines of text, one a transition: number, title, from → to in the screen's words, who decides. For reading
 * beside the rule it follows.
 */
export function workflowTable(workflow: Workflow): readonly string[] {
  const titles = (ids: readonly string[]) => ids.map((id) => workflow.states[id]?.title ?? id).join('、');
  return Object.values(workflow.transitions).map(
    ({ number, title, from, to, by, staysPut }) =>
      `${number} ${title}：${titles(from)} → ${staysPut ? '（不变）' : titles(to)}（${by}）`,
  );
}
