import { useState } from 'react';
import { useLock } from '../../../components/lock/lock-context.tsx';
import { type NewPassword, NO_PASSWORD, newPasswordFaults } from '../../../components/lock/new-password-fields.tsx';
import { notePassword } from '../../../components/lock/note-password.ts';
import { useNotices } from '../../../components/session/notice.tsx';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useFormTask } from '../../../components/session/use-task.ts';
import { desktop } from '../../../desktop/desktop.ts';
import type { PasswordTask } from './password-dialog.tsx';

export type PasswordForm = NewPassword & {
  /** The password of whoever does it. */
  readonly proof: string;
};

/** The form behind PasswordDialog: first the shell, which asks for proof; then the log, which says that it was done. */
export function usePasswordTask({ kind, operator }: PasswordTask, onDone: () => void, onCode: (code: string) => void) {
  const { store } = useStoreClient();
  const { say } = useNotices();
  const lock = useLock();
  const [form, setForm] = useState<PasswordForm>({ ...NO_PASSWORD, proof: '' });
  const [tried, setTried] = useState(false);
  const { busy, problem, setProblem, run } = useFormTask();
  const needsProof = kind !== 'first';
  const isOwn = lock.operator?.id === operator.id;
  const { operators } = desktop();

  const wanting = needsProof && form.proof === '' ? { proof: '请输入您自己的口令' } : {};
  const faults: Partial<PasswordForm> =
    kind === 'first' || kind === 'set' ? { ...newPasswordFaults(form, operator.name), ...wanting } : wanting;

  /** The office's first password: whoever set it goes on under it, with a printed way back. */
  const setFirst = async () => {
    await operators.setPassword(operator.id, form.password);
    await lock.workAs(operator, form.password);
    await notePassword(store, operator.id, `启用口令，先为${operator.name}设口令`);
    await store.takeOut('生成恢复码');
    onCode(await operators.makeRecoveryCode({ operator: operator.id, password: form.password }));
  };

  const work = async () => {
    if (kind === 'first') return setFirst();
    const proof = { operator: lock.operator?.id ?? '', password: form.proof };
    if (kind === 'recovery') {
      await operators.verify(proof.operator, proof.password);
      await store.takeOut('重做恢复码，原恢复码作废');
      onCode(await operators.makeRecoveryCode(proof));
    } else if (kind === 'remove') {
      await operators.removePassword(operator.id, proof);
      await notePassword(store, operator.id, `取消${operator.name}的口令`, false);
      say({ text: `${operator.name}的口令已取消。` });
    } else {
      await operators.setPassword(operator.id, form.password, proof);
      await notePassword(store, operator.id, isOwn ? `${operator.name}修改口令` : `为${operator.name}设口令`);
      say({ text: `${operator.name}的口令已设好。` });
    }
  };

  return {
    form,
    set: (patch: Partial<PasswordForm>) => setForm((before) => ({ ...before, ...patch })),
    faults: tried ? faults : {},
    problem,
    busy,
    isOwn,
    needsProof,
    submit: () => {
      setTried(true);
      setProblem(undefined);
      if (Object.keys(faults).length === 0) run(() => work().then(onDone));
    },
  };
}
