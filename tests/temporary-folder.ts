import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A folder of its own for each test of a file, gone afterwards; answers where it is now. */
export function temporaryFolder(name: string): () => string {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), `street-ledger-${name}-`));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
}
