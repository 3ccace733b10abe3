import { PasswordInput, Text } from '@mantine/core';
import type { Operator } from '../../../../shared/operators/roster.ts';
import { FormDialog } from '../../../components/basics/form-dialog.tsx';
import { NewPasswordFields } from '../../../components/lock/new-password-fields.tsx';
import { usePasswordTask } from './use-password-task.ts';

/** What is done with a password: the office's first, another, none, or the code that stands in for a forgotten one. */
export type PasswordTask = {
  readonly kind: 'first' | 'set' | 'remove' | 'recovery';
  readonly operator: Operator;
};

type Props = {
  readonly task: PasswordTask;
  readonly onClose: () => void;
  /** Shows a new recovery code, the only time it can be shown. */
  readonly onCode: (code: string) => void;
};

const WORDS: { readonly [kind in PasswordTask['kind']]: { readonly act: string; readonly hint: string } } = {
  first: {
    act: '设口令',
    hint: '设好后，进入程序要输入口令；其他人的口令由管理员设。同时生成一份恢复码，请打印保管：口令忘了靠它重设。',
  },
  set: { act: '设口令', hint: '请当面告诉本人，让本人登录后自己再改一次。' },
  remove: { act: '取消口令', hint: '取消后这个人不能再登录；全部人都取消后，进入程序不再要口令。' },
  recovery: { act: '重做恢复码', hint: '原来打印的恢复码随即作废。' },
};

/** Sets, changes or takes away a password, by whoever proves to be at work. */
export function PasswordDialog({ task, onClose, onCode }: Props) {
  const { operator, kind } = task;
  const { form, set, faults, problem, busy, isOwn, needsProof, submit } = usePasswordTask(task, onClose, onCode);
  const { act, hint } = WORDS[kind];
  const takesNew = kind === 'first' || kind === 'set';
  const title = kind === 'recovery' ? act : `${isOwn && kind === 'set' ? '修改我的口令' : `${act}：${operator.name}`}`;
  return (
    <FormDialog
      title={title}
      problems={problem === undefined ? [] : [problem]}
      act={act}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      {!(isOwn && kind === 'set') && <Text fz={13}>{hint}</Text>}
      {needsProof && (
        <PasswordInput
          label={isOwn && takesNew ? '原口令' : '您自己的口令'}
          data-autofocus
          autoComplete="current-password"
          value={form.proof}
          error={faults.proof}
          visibilityToggleButtonProps={{ 'aria-label': '显示口令' }}
          onChange={(event) => set({ proof: event.currentTarget.value })}
        />
      )}
      {takesNew && <NewPasswordFields value={form} faults={faults} onChange={set} />}
    </FormDialog>
  );
}
