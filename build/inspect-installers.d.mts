import type { Configuration } from 'electron-builder';

/** What electron-builder worked out of the config, before the tools that write the files. */
export type InstallerPlan = {
  /** Names of the files it would write. */
  readonly files: readonly string[];
  /** What makensis would be told: its defines, and our own script. */
  readonly windows: readonly { readonly defines: Readonly<Record<string, unknown>>; readonly script: string }[];
  /** What fpm would be told, and the entry of the menu. */
  readonly debian: readonly { readonly options: readonly string[]; readonly desktopEntry: string }[];
  /** Where the programs lie that would be put in. */
  readonly programs: { readonly windows: string; readonly linux: string };
  /** The portable archive, where it was really written. */
  readonly portable?: string;
};

export function installerNames(version: string): {
  readonly windows: readonly string[];
  readonly linux: readonly string[];
};
export function installerFaults(plan: InstallerPlan, config: Configuration, version: string): readonly string[];
