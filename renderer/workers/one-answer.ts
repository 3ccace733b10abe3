import { LedgerError } from '../../shared/kit/complaint.ts';

/** What a worker for one job answers: what it made, or why not. */
export type WorkerAnswer<Made> =
  | { readonly ok: true; readonly made: Made }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** How long a job may take, in milliseconds, and what is said when it takes longer, is cancelled, or breaks. */
export type JobLimits = {
  readonly limit: number;
  readonly tooLong: LedgerError;
  readonly broken: LedgerError;
  readonly cancelled?: LedgerError;
  readonly signal?: AbortSignal;
};

/**
 * Asks a worker one thing and kills it afterwards, whatever came of it: files from outside are hostile, and nothing may
 * keep running.
 * @throws LedgerError with the worker's own code, or one of the limits'
 */
export async function oneAnswer<Made>(
  worker: Worker,
  request: unknown,
  transfer: Transferable[],
  { limit, tooLong, broken, cancelled, signal }: JobLimits,
): Promise<Made> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cancel: (() => void) | undefined;
  try {
    return await new Promise<Made>((resolve, reject) => {
      timer = setTimeout(() => reject(tooLong), limit);
      cancel = () => reject(cancelled ?? broken);
      signal?.addEventListener('abort', cancel, { once: true });
      worker.onmessage = ({ data }: MessageEvent<WorkerAnswer<Made>>) => {
        if (data.ok) resolve(data.made);
        else reject(new LedgerError(data.code, data.message));
      };
      worker.onerror = () => reject(broken);
      if (signal?.aborted) cancel();
      else worker.postMessage(request, transfer);
    });
  } finally {
    clearTimeout(timer);
    if (cancel) signal?.removeEventListener('abort', cancel);
    worker.terminate();
  }
}

/** The answer of a worker whose job failed: its own words, or, for a fault of the program, those given here. */
export function failedAnswer(cause: unknown, otherwise: LedgerError): WorkerAnswer<never> {
  const { code, message } = cause instanceof LedgerError ? cause : otherwise;
  return { ok: false, code, message };
}
