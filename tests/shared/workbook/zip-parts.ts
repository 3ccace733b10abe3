import { strFromU8, unzipSync } from 'fflate';

/** The parts of a package as texts, by path. */
export const partsOf = (bytes: Uint8Array): { readonly [path: string]: string } =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
