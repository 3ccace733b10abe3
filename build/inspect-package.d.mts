export type Expected = {
  readonly name: string;
  readonly version: string;
  readonly productName: string;
  readonly main: string;
  readonly author: string;
};

export type System = 'windows' | 'linux';

export function packageFaults(
  folder: string,
  expected: Expected,
  source: string,
  system?: System,
): Promise<readonly string[]>;
