export type Chapter = {
  readonly name: string;
  readonly title: string;
  readonly sections: readonly string[];
  readonly text: string;
};

export function readManual(folder?: string): readonly Chapter[];
export function buildManual(folder: string): void;
