import { faultOf } from '../../shared/diagnostics/program-log.ts';
import { desktop } from './desktop.ts';

/** A fault that comes again with every frame must not fill the disk. */
const MOST = 200;
let noted = 0;

/** Puts a fault into the program's log: its code and where, no words. Stops nothing. */
export function noteFault(thrown: unknown): void {
  noted += 1;
  if (noted <= MOST)
    void desktop()
      .diagnostics.note(faultOf(thrown))
      .catch(() => undefined);
}

/** Notes whatever nobody catches. */
export function watchFaults(): void {
  window.addEventListener('error', ({ error }) => noteFault(error));
  window.addEventListener('unhandledrejection', ({ reason }) => noteFault(reason));
}
