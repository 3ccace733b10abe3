import { Button } from '@mantine/core';
import { useState } from 'react';
import { SECURITY_GROUP } from '../../../../shared/operators/security-rules.ts';
import { StateNote } from '../../../components/basics/state-notes.tsx';
import { useLock } from '../../../components/lock/lock-context.tsx';
import { isBrowser } from '../../../desktop/desktop.ts';
import { ParameterTable } from '../limits/parameter-table.tsx';
import { Section } from '../section.tsx';
import { NewOperatorDialog } from './new-operator-dialog.tsx';
import { OperatorTable } from './operator-table.tsx';
import { PasswordDialog, type PasswordTask } from './password-dialog.tsx';
import { RecoverySheet } from './recovery-sheet.tsx';

const PASSWORDS_OFF =
  '现在不用口令：按本机经办人的姓名记录，谁都能打开。需要时先给一位管理员设口令，之后进入程序要输入口令，离开时可锁定。';
const PASSWORDS_ON =
  '进入程序要输入口令；Ctrl+L 立即锁定，久不操作自动锁定。口令只挡住屏幕，不加密数据：忘了口令不会丢记录，能拷走数据文件夹的人也不需要口令。';

/** 操作员: who works here as what, the passwords, and the rules that guard the work. */
export function OperatorsTab() {
  const { roster, isGuarded, operator, lock } = useLock();
  const [isAdding, setAdding] = useState(false);
  const [task, setTask] = useState<PasswordTask>();
  const [code, setCode] = useState<string>();
  const mayKeep = !isGuarded || operator?.role === '管理员';
  return (
    <>
      <Section
        title="操作员名册"
        hint="操作记录按姓名记。审核人可办审核环节，管理员可管名册；检举控告等受限内容只有标明的人能看到。"
        actions={
          mayKeep && (
            <Button variant="default" onClick={() => setAdding(true)}>
              新增操作员
            </Button>
          )
        }
      >
        {roster.length === 0 ? (
          <StateNote
            title="名册是空的"
            text="一个人用可以不登记，按“单位”里的本机经办人姓名记录。几个人轮流用、要分经办和审核、或有检举控告件时，在这里登记。"
          />
        ) : (
          <OperatorTable roster={roster} mayKeep={mayKeep} own={operator?.id} onPassword={setTask} />
        )}
      </Section>
      <Section
        title="口令和锁定"
        hint={isBrowser ? '口令和锁定只在桌面版中可用。' : isGuarded ? PASSWORDS_ON : PASSWORDS_OFF}
        actions={
          isGuarded && (
            <>
              {mayKeep && operator && (
                <Button variant="default" onClick={() => setTask({ kind: 'recovery', operator })}>
                  重做恢复码
                </Button>
              )}
              <Button onClick={lock}>锁定（Ctrl+L）</Button>
            </>
          )
        }
      >
        <ParameterTable group={SECURITY_GROUP} />
      </Section>
      {isAdding && <NewOperatorDialog onClose={() => setAdding(false)} />}
      {task && <PasswordDialog task={task} onClose={() => setTask(undefined)} onCode={setCode} />}
      {code !== undefined && <RecoverySheet code={code} onClose={() => setCode(undefined)} />}
    </>
  );
}
