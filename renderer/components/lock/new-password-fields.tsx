import { PasswordInput } from '@mantine/core';
import { passwordFault } from '../../../shared/operators/password-rules.ts';

export type NewPassword = { readonly password: string; readonly again: string };

export const NO_PASSWORD: NewPassword = { password: '', again: '' };

/** What stands against a new password, by field; nothing where it will do. */
export function newPasswordFaults({ password, again }: NewPassword, name: string): Partial<NewPassword> {
  const fault = passwordFault(password, name);
  if (fault !== undefined) return { password: fault };
  return password === again ? {} : { again: '两次输入不一致' };
}

type Props = {
  readonly value: NewPassword;
  readonly faults: Partial<NewPassword>;
  readonly onChange: (value: NewPassword) => void;
};

/** A new password, typed twice. */
export function NewPasswordFields({ value, faults, onChange }: Props) {
  const toggle = { 'aria-label': '显示口令' };
  return (
    <>
      <PasswordInput
        label="新口令"
        description="至少 8 个字符；长比怪好记，可以用一句话"
        autoComplete="new-password"
        value={value.password}
        error={faults.password}
        visibilityToggleButtonProps={toggle}
        onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
      />
      <PasswordInput
        label="再输一次"
        autoComplete="new-password"
        value={value.again}
        error={faults.again}
        visibilityToggleButtonProps={toggle}
        onChange={(event) => onChange({ ...value, again: event.currentTarget.value })}
      />
    </>
  );
}
