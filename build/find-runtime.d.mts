export const projectFolder: string;
export const electronPackage: string;
export const standin: string;
export const findElectron: () => string | undefined;
export const findBrowser: () => string | undefined;
export const findSpecRuntime: () =>
  | { readonly executable: string; readonly standin: boolean; readonly browser?: string }
  | undefined;
