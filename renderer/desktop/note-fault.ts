import { desktop } from './desktop.ts';

/** A fault that comes again with every frame must not fill the disk. */
const MOST = 200;
let noted = 0;

/** Read at the first fault: a start that goes well has none. */
async function note(thrown: unknown): Promise<void> {
  const { faultOf } = await import('../../shared/diagnostics/program-log.ts');
  await desktop().diagnostics.note(faultOf(thrown));
}

/** Puts a fault into the program's log: its code and where, no words. Stops nothing. */
export function noteFault(thrown: unknown): void {
  noted += 1;
  if (noted <= MOST) void note(thrown).catch(() => undefined);
}

/** Notes whatever nobody catches. */
export function watchFaults(): void {
  window.addEventListener('error', ({ error }) => noteFault(error));
  window.addEventListener('unhandledrejection', ({ reason }) => noteFault(reason));
}
