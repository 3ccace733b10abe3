import { sha256 } from './sha256.ts';

/** The content of a file as `sha256:` and 64 hex digits: the same file is known again whatever it is called. */
export const fileHash = async (bytes: ArrayBuffer | Uint8Array): Promise<string> => `sha256:${await sha256(bytes)}`;
