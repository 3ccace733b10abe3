import path from 'node:path';
import { projectFolder } from '../../build/find-runtime.mjs';
import { serve } from '../../build/serve.mjs';

/**
 * The built page as `npm start` serves it where Electron cannot be had. `serve` checks the Host header against its port,
 * so the port is chosen before: the first free one of a few.
 */
export async function serveOnFreePort() {
  for (let port = 41800; port < 41900; port += 1) {
    try {
      return await serve(path.join(projectFolder, 'out/renderer'), port);
    } catch {
      // Taken; the next one.
    }
  }
  throw new Error('no free port between 41800 and 41899');
}
