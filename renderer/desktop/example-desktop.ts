import type { DesktopApi, SecondCopy } from '../../shared/desktop-api.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import { sha256 } from './sha256.ts';

const refused = async (): Promise<never> => {
  throw new LedgerError(
    'example/refused',
    '示例数据不写副本，不做备份，也不设口令。请退出示例后，对本单位的数据操作。',
  );
};

const noSecondCopy: SecondCopy = { state: 'none', isSameDrive: false };

/** The one file the example brings, a superior's blank form: made again whenever it is asked for. */
async function broughtFile(hash: string): Promise<Uint8Array | undefined> {
  const [{ exampleForm }, { writeWorkbook }] = await Promise.all([
    import('../../shared/example/example-form.ts'),
    import('../../shared/workbook/write/write-workbook.ts'),
  ]);
  const bytes = writeWorkbook(exampleForm());
  return (await sha256(bytes)) === hash ? bytes : undefined;
}

/**
 * What the example office may ask of the shell: files the clerk chooses. Journal, snapshots, note and attachments belong
 * to the own office; pictures put into the example last as long as the window.
 */
export function createExampleDesktop({ about, freeSpace, files, sealed, diagnostics }: DesktopApi): DesktopApi {
  const attachments = new Map<string, Uint8Array>();
  return {
    about,
    freeSpace,
    files,
    sealed,
    diagnostics,
    note: { read: async () => undefined, write: async () => undefined, setStoreAside: refused },
    journal: {
      tail: async () => ({ entries: [], torn: false, folder: '' }),
      append: async () => undefined,
      read: async () => ({ bytes: new Uint8Array(), next: undefined }),
      purge: async () => ({ entries: 0, unread: [] }),
    },
    snapshots: {
      list: async () => ({ snapshots: [], unread: [] }),
      begin: refused,
      write: refused,
      finish: refused,
      read: refused,
    },
    secondCopy: { status: async () => noSecondCopy, choose: refused, update: async () => noSecondCopy },
    operators: {
      withPassword: async () => [],
      verify: refused,
      setPassword: refused,
      removePassword: refused,
      makeRecoveryCode: refused,
    },
    attachments: {
      put: async (bytes) => {
        const hash = await sha256(bytes);
        attachments.set(hash, bytes);
        return hash;
      },
      get: async (hash) => attachments.get(hash) ?? (await broughtFile(hash)),
      remove: async (hash) => void attachments.delete(hash),
    },
  };
}
