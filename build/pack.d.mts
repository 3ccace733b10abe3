import type { Configuration } from 'electron-builder';
import type { InstallerPlan } from './inspect-installers.mjs';

export const packConfig: Configuration & { readonly files: readonly string[] };
export function packProgram(folder: string, config?: object, sabotage?: (project: string) => void): Promise<string>;
export function planInstallers(folder: string, config?: object): Promise<InstallerPlan>;
