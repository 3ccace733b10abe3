import { useState } from 'react';
import { noteFault } from '../../desktop/note-fault.ts';
import { messageOf } from './message-of.ts';
import { useNotices } from './notice.tsx';

export type Task = {
  readonly busy: boolean;
  /** Runs the work once at a time; why it failed is said. */
  readonly run: (work: () => Promise<void>) => void;
};

/** Something a button starts that takes a moment and may fail; what it throws is said in the notice line. */
export function useTask(): Task {
  return useRunning(useNotices().fail);
}

export type FormTask = Task & {
  /** Said beside the form itself, until the next attempt. */
  readonly problem: string | undefined;
  readonly setProblem: (problem: string | undefined) => void;
};

/** The same for a form that says itself why it was not done. */
export function useFormTask(): FormTask {
  const [problem, setProblem] = useState<string>();
  const { busy, run } = useRunning((thrown) => {
    noteFault(thrown);
    setProblem(messageOf(thrown));
  });
  return {
    busy,
    problem,
    setProblem,
    run: (work) => {
      setProblem(undefined);
      run(work);
    },
  };
}

function useRunning(fail: (thrown: unknown) => void): Task {
  const [busy, setBusy] = useState(false);
  return {
    busy,
    run: (work) => {
      if (busy) return;
      setBusy(true);
      work()
        .catch(fail)
        .finally(() => setBusy(false));
    },
  };
}
