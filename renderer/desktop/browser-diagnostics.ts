import type { DesktopApi } from '../../shared/desktop-api.ts';
import { localMoment } from '../../shared/kit/local-moment.ts';

/** As many lines as are worth keeping of one visit. */
const MOST_LINES = 500;

/** A browser has no folder to keep a log in: it lasts as long as the page. */
export const createBrowserDiagnostics = (): DesktopApi['diagnostics'] => {
  let lines: readonly string[] = [];
  return {
    note: async (fault) => {
      const { lineOf } = await import('../../shared/diagnostics/program-log.ts');
      const line = lineOf({ at: localMoment(new Date()), from: 'page', version: '', ...fault });
      lines = [...lines, line].slice(-MOST_LINES);
    },
    read: async () => ({
      machine: {
        system: navigator.userAgent,
        architecture: '',
        processors: navigator.hardwareConcurrency,
        memory: 0,
        electron: '',
        chromium: '',
        node: '',
      },
      log: lines.join(''),
    }),
    showDataFolder: async () => undefined,
  };
};
