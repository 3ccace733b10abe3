export type Expected = {
  readonly name: string;
  readonly version: string;
  readonly productName: string;
  readonly main: string;
  readonly author: string;
};

export function packageFaults(folder: string, expected: Expected, source: string): Promise<readonly string[]>;
