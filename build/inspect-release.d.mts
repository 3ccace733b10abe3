import type { Expected, System } from './inspect-package.mjs';

export function unpackedFaults(
  release: string,
  expected: Expected,
  source: string,
  system: System,
): Promise<readonly string[]>;
export function portableFaults(file: string): readonly string[];
export function installerFileFaults(
  release: string,
  version: string,
  system: System,
  least?: number,
): readonly string[];
