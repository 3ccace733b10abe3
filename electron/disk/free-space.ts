import { statfs } from 'node:fs/promises';

/** Free bytes on the disk that holds a folder, as far as this user may fill it; undefined where it cannot be told. */
export const freeSpaceAt = (folder: string): Promise<number | undefined> =>
  statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => undefined,
  );
