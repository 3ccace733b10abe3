import type { App } from 'electron';
import type { FaultNote } from '../../shared/diagnostics/program-log.ts';

/** Has it noted when the page or one of Electron's helpers ends by itself: `oom`, `crashed`, `killed` and so on. */
export const noteProcessEnds = (app: Pick<App, 'on'>, note: (fault: FaultNote) => void): void => {
  app.on('render-process-gone', (_event, _contents, { reason }) => note({ code: `page/${reason}` }));
  app.on('child-process-gone', (_event, { reason }) => note({ code: `helper/${reason}` }));
};
