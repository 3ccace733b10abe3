import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { ImportView, PlanView } from '../../store/import/import-api.ts';
import styles from './import-wizard.module.css';
import { checkingWords, lookingWords, savingWords, understoodWords, willHappenWords } from './import-words.ts';
import { LeftOutRows } from './left-out-rows.tsx';
import type { RowProgress } from './rows-done.tsx';
import type { ImportActions, ImportState } from './use-import.ts';

type Props = {
  readonly wizard: ImportState & ImportActions;
  readonly ledger: Ledger;
  readonly progress: RowProgress | undefined;
};

/** Below the sheet: in words what was understood or will happen, how far it is, and the way on, back or out. */
export function StepFoot({ wizard, ledger, progress }: Props) {
  const { step, view, plan } = wizard;
  if (step === 'choose' && progress) return <Foot words={lookingWords(progress)} />;
  if (step === 'columns' && view)
    return <ColumnsFoot wizard={wizard} ledger={ledger} progress={progress} view={view} />;
  if (step === 'preview' && view && plan) {
    return <PreviewFoot wizard={wizard} ledger={ledger} progress={progress} view={view} plan={plan} />;
  }
  return null;
}

function ColumnsFoot({ wizard, ledger, progress, view }: Props & { readonly view: ImportView }) {
  const isLooking = wizard.working === 'look';
  const words = () => {
    if (progress === undefined) return understoodWords(view, ledger);
    return isLooking ? lookingWords(progress) : checkingWords(progress);
  };
  return (
    <Foot words={words()} fileName={view.fileName}>
      {wizard.session && <LeftOutRows session={wizard.session} view={view} onRemap={wizard.remap} />}
      {progress ? (
        <Button variant="default" onClick={wizard.cancel}>
          {isLooking ? '取消' : '取消核对'}
        </Button>
      ) : (
        <Button variant="default" onClick={wizard.restart}>
          换一个文件
        </Button>
      )}
      {wizard.waiting.length > 0 && (
        <Button variant="default" onClick={wizard.nextFile}>
          跳过，下一个文件
        </Button>
      )}
      <Button disabled={view.header === undefined} loading={wizard.busy !== undefined} onClick={wizard.showPreview}>
        下一步：预览
      </Button>
    </Foot>
  );
}

function PreviewFoot({
  wizard,
  ledger,
  progress,
  view,
  plan,
}: Props & { readonly view: ImportView; readonly plan: PlanView }) {
  const rows = plan.willCreate + plan.willUpdate;
  const isSaving = wizard.working === 'save';
  const words = () => {
    if (isSaving) return savingWords(progress ?? { done: 0, of: rows });
    return progress ? checkingWords(progress) : willHappenWords(plan, ledger);
  };
  return (
    <Foot words={words()} fileName={view.fileName}>
      {wizard.session && !isSaving && <LeftOutRows session={wizard.session} view={view} />}
      {isSaving ? (
        <Button variant="default" onClick={wizard.cancel}>
          取消导入
        </Button>
      ) : (
        <Button variant="default" onClick={() => wizard.goTo('columns')}>
          上一步
        </Button>
      )}
      <Button disabled={rows === 0} loading={wizard.busy !== undefined} onClick={wizard.execute}>
        导入 {rows} 条
      </Button>
    </Foot>
  );
}

type FootProps = { readonly words: string; readonly fileName?: string; readonly children?: ReactNode };

function Foot({ words, fileName, children }: FootProps) {
  return (
    <div className={styles.foot}>
      <div>
        <Text size="sm" data-testid="import-words">
          {words}
        </Text>
        <Text size="xs" c="dimmed">
          {fileName}
        </Text>
      </div>
      <Group gap="sm" wrap="nowrap">
        {children}
      </Group>
    </div>
  );
}
