export function hasMakensis(): boolean;
export function installerScriptFaults(include: string, folder: string): readonly string[];
