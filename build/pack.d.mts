import type { Configuration } from 'electron-builder';

export const packConfig: Configuration & { readonly files: readonly string[] };
export function packProgram(folder: string, config?: object, sabotage?: (project: string) => void): Promise<string>;
