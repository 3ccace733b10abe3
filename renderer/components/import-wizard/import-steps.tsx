import { Alert, Button, Group, Stepper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { openingImportOf } from '../../../shared/access/opening-balance.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { PlanView } from '../../store/import-api.ts';
import { ChooseStep } from './choose-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import type { ImportGateway } from './import-gateway.ts';
import styles from './import-wizard.module.css';
import {
  checkingWords,
  collectedWords,
  nextSheet,
  savingWords,
  understoodWords,
  willHappenWords,
} from './import-words.ts';
import { beforeWords } from './imported-before.ts';
import { PreviewStep } from './preview-step.tsx';
import { ResultStep } from './result-step.tsx';
import { type ImportState, type ImportStep, useImport } from './use-import.ts';

const STEPS: readonly { readonly step: ImportStep; readonly label: string }[] = [
  { step: 'choose', label: '选文件' },
  { step: 'columns', label: '表头与对应列' },
  { step: 'preview', label: '预览' },
  { step: 'result', label: '结果' },
];

type Props = { readonly ledger: Ledger; readonly gateway: ImportGateway; readonly onDone: () => void };

/** A file on its way into one ledger: four steps on top, the sheet in the middle, what will happen in words below. */
export function ImportSteps({ ledger: into, gateway, onDone }: Props) {
  const wizard = useImport(into, gateway);
  const { step, session, view, plan, result, checking } = wizard;
  const ledger = (view?.opening && openingImportOf(into.id)?.ledger) || into;
  const busy = wizard.busy !== undefined;
  const next = nextOf(wizard);
  const active = STEPS.findIndex((one) => one.step === step);
  return (
    <div className={styles.page}>
      <Stepper active={step === 'result' ? STEPS.length : active} size="sm" className={styles.steps}>
        {STEPS.map(({ step: one, label }) => (
          <Stepper.Step key={one} label={label} />
        ))}
      </Stepper>
      {wizard.problem !== undefined && (
        <Alert color="red" variant="light" title="没有完成" role="alert">
          {wizard.problem}
        </Alert>
      )}
      <div className={styles.middle} aria-busy={busy} inert={wizard.saving !== undefined}>
        {step === 'choose' && (
          <ChooseStep
            ledger={ledger}
            busy={busy}
            next={next}
            onChoose={wizard.chooseFiles}
            onFiles={wizard.takeFiles}
            onCancel={wizard.cancelReading}
          />
        )}
        {(step === 'columns' || step === 'preview') && view?.collected && (
          <Alert color="blue" variant="light" p="xs" data-testid="collected">
            {collectedWords(view.collected)}
          </Alert>
        )}
        {(step === 'columns' || (step === 'preview' && view?.collected)) && wizard.before && (
          <Alert color="yellow" variant="light" p="xs" data-testid="imported-before">
            {beforeWords(wizard.before)}
          </Alert>
        )}
        {step === 'columns' && session && view && (
          <ColumnsStep ledger={ledger} session={session} view={view} gateway={gateway} onRemap={wizard.remap} />
        )}
        {step === 'preview' && session && view && plan && (
          <PreviewStep ledger={ledger} session={session} view={view} plan={plan} onDecide={wizard.decide} />
        )}
        {step === 'result' && result && (
          <ResultStep
            ledger={into}
            result={result}
            busy={busy}
            next={next}
            onFaultyRows={wizard.saveFaultyRows}
            onUndo={wizard.undo}
            onAgain={wizard.restart}
            onDone={onDone}
          />
        )}
      </div>
      {step === 'columns' && view && (
        <Foot words={checking ? checkingWords(checking) : understoodWords(view, ledger)} fileName={view.fileName}>
          {checking ? (
            <Button variant="default" onClick={wizard.cancel}>
              取消核对
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
          <Button disabled={view.header === undefined} loading={busy} onClick={wizard.showPreview}>
            下一步：预览
          </Button>
        </Foot>
      )}
      {step === 'preview' && view && plan && (
        <Foot words={previewWords(wizard, plan, ledger)} fileName={view.fileName}>
          {wizard.saving ? (
            <Button variant="default" onClick={wizard.cancel}>
              取消导入
            </Button>
          ) : (
            <Button variant="default" onClick={() => wizard.goTo('columns')}>
              上一步
            </Button>
          )}
          <Button disabled={plan.willCreate + plan.willUpdate === 0} loading={busy} onClick={wizard.execute}>
            导入 {plan.willCreate + plan.willUpdate} 条
          </Button>
        </Foot>
      )}
    </div>
  );
}

function previewWords({ saving, checking }: ImportState, plan: PlanView, ledger: Ledger): string {
  if (checking) return checkingWords(checking);
  return saving ? savingWords(saving) : willHappenWords(plan, ledger);
}

/** What comes after a result: the next sheet with records of this file, else the next file chosen together with it. */
function nextOf({ view, waiting, chooseSheet, nextFile }: ReturnType<typeof useImport>) {
  const sheet = view && nextSheet(view);
  if (view !== undefined && sheet !== undefined) {
    return { label: `接着导入工作表“${view.sheets[sheet]?.name ?? ''}”`, onNext: () => chooseSheet(sheet) };
  }
  const [file] = waiting;
  return file && { label: `下一个文件：${file.name}`, onNext: nextFile };
}

type FootProps = { readonly words: string; readonly fileName: string; readonly children: ReactNode };

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
