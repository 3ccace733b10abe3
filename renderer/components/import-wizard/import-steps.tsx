import { Alert, Stepper } from '@mantine/core';
import { openingImportOf } from '../../../shared/access/opening/opening-balance.ts';
import type { OpenedFile } from '../../../shared/desktop-api.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { ChooseStep } from './choose-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import type { ImportGateway } from './import-gateway.ts';
import styles from './import-wizard.module.css';
import { collectedWords, leftOutWords, nextSheet } from './import-words.ts';
import { beforeWords } from './imported-before.ts';
import { PreviewStep } from './preview-step.tsx';
import { ResultStep } from './result-step.tsx';
import { RowsDone } from './rows-done.tsx';
import { StepFoot } from './step-foot.tsx';
import { type ImportStep, useImport } from './use-import.ts';

const STEPS: readonly { readonly step: ImportStep; readonly label: string }[] = [
  { step: 'choose', label: '选文件' },
  { step: 'columns', label: '表头与对应列' },
  { step: 'preview', label: '预览' },
  { step: 'result', label: '结果' },
];

type Props = {
  readonly ledger: Ledger;
  readonly gateway: ImportGateway;
  readonly given: OpenedFile | undefined;
  readonly onDone: () => void;
};

/** A file on its way into one ledger: four steps on top, the sheet in the middle, what will happen in words below. */
export function ImportSteps({ ledger: into, gateway, given, onDone }: Props) {
  const wizard = useImport(into, gateway, given);
  const { step, session, view, plan, result } = wizard;
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
      <div className={styles.middle} aria-busy={busy} inert={wizard.working === 'save'}>
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
            leftOut={view ? leftOutWords(view) : ''}
            busy={busy}
            next={next}
            onFaultyRows={wizard.saveFaultyRows}
            onUndo={wizard.undo}
            onAgain={wizard.restart}
            onDone={onDone}
          />
        )}
      </div>
      <RowsDone gateway={gateway} task={wizard.working}>
        {(progress) => <StepFoot wizard={wizard} ledger={ledger} progress={progress} />}
      </RowsDone>
    </div>
  );
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
