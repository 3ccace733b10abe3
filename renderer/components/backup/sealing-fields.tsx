import { Checkbox, PasswordInput, Text } from '@mantine/core';
import { useState } from 'react';
import { passwordFault } from '../../../shared/operators/password-rules.ts';

/** Whether a file that leaves the PC is sealed, and under which passphrase. */
export type Sealing = {
  /** Undefined where the clerk decided against it. */
  readonly passphrase: string | undefined;
  /** Whether the file may be made; from the first time on, what is wrong stands beside the fields. */
  readonly ready: () => boolean;
  readonly form: {
    readonly isSealed: boolean;
    readonly setSealed: (on: boolean) => void;
    readonly typed: string;
    readonly setTyped: (text: string) => void;
    readonly again: string;
    readonly setAgain: (text: string) => void;
    readonly fault: string | undefined;
    readonly differs: string | undefined;
  };
};

export function useSealing(): Sealing {
  const [isSealed, setSealed] = useState(true);
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const fault = isSealed ? passwordFault(typed, '') : undefined;
  const differs = isSealed && typed !== again ? '两次输入不一致' : undefined;
  return {
    passphrase: isSealed ? typed : undefined,
    ready: () => {
      setTried(true);
      return fault === undefined && differs === undefined;
    },
    form: {
      isSealed,
      setSealed,
      typed,
      setTyped,
      again,
      setAgain,
      fault: tried ? fault : undefined,
      differs: tried && fault === undefined ? differs : undefined,
    },
  };
}

type Props = {
  readonly sealing: Sealing;
  /** What the clerk calls the file: 这份备份. */
  readonly file: string;
  /** What a forgotten passphrase does not touch. */
  readonly forgotten: string;
  /** What an unsealed file gives away. */
  readonly bare: string;
};

/** Asks for the passphrase twice, or says what it means to go without. */
export function SealingFields({ sealing: { form }, file, forgotten, bare }: Props) {
  return (
    <>
      <Checkbox
        label="用口令加密"
        checked={form.isSealed}
        onChange={(event) => form.setSealed(event.currentTarget.checked)}
      />
      {form.isSealed ? (
        <>
          <Text fz={13}>
            {file}单独设口令，和登录口令无关，程序不保存。忘了它，这个文件就打不开，任何人也没有办法；{forgotten}。
          </Text>
          <PasswordInput
            label={`${file}的口令`}
            autoComplete="new-password"
            value={form.typed}
            error={form.fault}
            visibilityToggleButtonProps={{ 'aria-label': '显示口令' }}
            onChange={(event) => form.setTyped(event.currentTarget.value)}
          />
          <PasswordInput
            label="再输一次"
            autoComplete="new-password"
            value={form.again}
            error={form.differs}
            visibilityToggleButtonProps={{ 'aria-label': '显示口令' }}
            onChange={(event) => form.setAgain(event.currentTarget.value)}
          />
        </>
      ) : (
        <Text fz={13} c="var(--mantine-color-error)">
          {bare}
        </Text>
      )}
    </>
  );
}
