import type { Values } from '../../kit/values.ts';
import { EXAMPLE_CLERK } from '../example-names.ts';
import type { ExampleRecipe } from '../example-recipe.ts';

/** Whoever looks at the example may see everything in it. */
const OPERATORS: readonly Values[] = [
  { name: EXAMPLE_CLERK, role: '管理员', cleared: true, post: '党政办' },
  { name: '示例甲', role: '经办人', cleared: false, post: '平安办' },
  { name: '示例乙', role: '经办人', cleared: false, post: '社会事务办' },
  { name: '示例丙', role: '审核人', cleared: false, post: '党政办' },
];

/** 操作员名册: without passwords, so that the example can be entered by one button. */
export const operatorRecipe: ExampleRecipe = {
  ledger: 'operator',
  count: OPERATORS.length,
  values: (_on, _desk, _chance, place) => OPERATORS[place] ?? {},
};
