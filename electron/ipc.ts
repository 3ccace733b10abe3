import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { snapshotManifest } from '../shared/backup/snapshot-file.ts';
import { type DesktopApi, HOST, type Paper, type PasswordProof, SCHEME } from '../shared/desktop-api.ts';
import { type FaultNote, faultNote, faultOf } from '../shared/diagnostics/program-log.ts';
import type { Purge } from '../shared/history/purge.ts';
import { MEGABYTE } from '../shared/kit/bytes.ts';
import { LedgerError } from '../shared/kit/complaint.ts';
import { CHANNELS, type Channel, type Reply } from './channels.ts';
import { dataNote } from './disk/data-note.ts';

/** The page relays in chunks of at most 1 MB; frames add their first lines. */
const CHUNK = MEGABYTE + 64 * 1024;
const WHOLE_FILE = 512 * MEGABYTE;

const bytes = (limit: number) =>
  z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= limit);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const nothing = z.tuple([]);
const fileName = z.string().min(1).max(300);
const paper = z.strictObject({ landscape: z.boolean() }) satisfies z.ZodType<Paper>;
const purge = z.strictObject({
  records: z.array(z.strictObject({ ledger: z.string().max(100), id: z.string().max(100) })).max(10_000),
  lamport: z.int().min(0),
}) satisfies z.ZodType<Purge>;
const operator = z.string().min(1).max(100);
/** Long enough for any sentence, short enough that hashing it is no work. */
const secret = z.string().min(1).max(400);
const proof = z.union([
  z.strictObject({ operator, password: secret }),
  z.strictObject({ code: secret }),
]) satisfies z.ZodType<PasswordProof>;

const badRequest = () =>
  new LedgerError('desktop/bad-request', '页面发给程序外壳的请求不合规定，已拒绝。数据不受影响，请重新启动程序。');

type Endpoint = (payload: unknown) => Promise<unknown>;

/** A method behind its schema: a payload that is anything else never reaches it. */
const endpoint =
  <Payload extends readonly unknown[]>(
    schema: z.ZodType<Payload>,
    method: (...payload: Payload) => Promise<unknown>,
  ): Endpoint =>
  async (payload) => {
    const { success, data } = schema.safeParse(payload);
    if (!success) throw badRequest();
    return method(...data);
  };

const endpoints = ({
  about,
  freeSpace,
  note,
  journal,
  snapshots,
  secondCopy,
  attachments,
  files,
  sealed,
  diagnostics,
  operators,
}: DesktopApi) =>
  ({
    about: endpoint(nothing, about),
    freeSpace: endpoint(nothing, freeSpace),
    'note.read': endpoint(nothing, note.read),
    'note.write': endpoint(z.tuple([dataNote]), note.write),
    'note.setStoreAside': endpoint(nothing, note.setStoreAside),
    'journal.tail': endpoint(nothing, journal.tail),
    'journal.append': endpoint(z.tuple([bytes(CHUNK), z.boolean()]), journal.append),
    'journal.read': endpoint(z.tuple([z.int().min(0)]), journal.read),
    'journal.purge': endpoint(z.tuple([purge]), journal.purge),
    'snapshots.list': endpoint(nothing, snapshots.list),
    'snapshots.begin': endpoint(z.tuple([snapshotManifest]), snapshots.begin),
    'snapshots.write': endpoint(z.tuple([bytes(CHUNK)]), snapshots.write),
    'snapshots.finish': endpoint(nothing, snapshots.finish),
    'snapshots.read': endpoint(z.tuple([z.string().max(100)]), snapshots.read),
    'secondCopy.status': endpoint(nothing, secondCopy.status),
    'secondCopy.choose': endpoint(nothing, secondCopy.choose),
    'secondCopy.update': endpoint(nothing, secondCopy.update),
    'attachments.put': endpoint(z.tuple([bytes(WHOLE_FILE)]), attachments.put),
    'attachments.get': endpoint(z.tuple([hash]), attachments.get),
    'attachments.remove': endpoint(z.tuple([hash]), attachments.remove),
    'files.open': endpoint(z.tuple([z.enum(['workbook', 'snapshot', 'package'])]), files.open),
    'files.save': endpoint(z.tuple([fileName, bytes(WHOLE_FILE)]), files.save),
    'files.savePdf': endpoint(z.tuple([fileName, paper]), files.savePdf),
    'files.showInFolder': endpoint(z.tuple([z.string().max(4096)]), files.showInFolder),
    'sealed.seal': endpoint(z.tuple([z.string().min(1).max(200), bytes(WHOLE_FILE), secret]), sealed.seal),
    'sealed.unseal': endpoint(z.tuple([bytes(WHOLE_FILE), secret]), sealed.unseal),
    'sealed.saveSnapshot': endpoint(z.tuple([z.string().max(100), secret.optional()]), sealed.saveSnapshot),
    'diagnostics.note': endpoint(z.tuple([faultNote]), diagnostics.note),
    'diagnostics.read': endpoint(nothing, diagnostics.read),
    'diagnostics.showDataFolder': endpoint(nothing, diagnostics.showDataFolder),
    'operators.withPassword': endpoint(nothing, operators.withPassword),
    'operators.verify': endpoint(z.tuple([operator, secret]), operators.verify),
    'operators.setPassword': endpoint(z.tuple([operator, secret, proof.optional()]), operators.setPassword),
    'operators.removePassword': endpoint(z.tuple([operator, proof]), operators.removePassword),
    'operators.makeRecoveryCode': endpoint(z.tuple([proof]), operators.makeRecoveryCode),
  }) satisfies { readonly [Name in Channel]: Endpoint };

const isChannel = (name: string): name is Channel => CHANNELS.some((channel) => channel === name);

type Sender = Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>;

/** Only our own page in the window's top frame may ask: no subframe, no other address. */
const isOurPage = ({ senderFrame, sender }: Sender): boolean => {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return false;
  try {
    const { protocol, host } = new URL(senderFrame.url);
    return protocol === `${SCHEME}:` && host === HOST;
  } catch {
    return false;
  }
};

const refuse = (code: string, message: string): Reply => ({ ok: false, code, message });

/**
 * The one way in: checks who asks, on which channel, with what, and turns every failure into a code and a message, the
 * code going to `note` too. The function it makes never rejects.
 */
export const createChokePoint = (api: DesktopApi, note: (fault: FaultNote) => void = () => undefined) => {
  const methods = endpoints(api);
  return async (sender: Sender, channel: string, payload: readonly unknown[]): Promise<Reply> => {
    if (!isOurPage(sender))
      return refuse('desktop/wrong-sender', '这个请求不是本程序的页面发出的，已拒绝。数据不受影响。');
    try {
      if (!isChannel(channel)) throw badRequest();
      return { ok: true, value: await methods[channel](payload) };
    } catch (thrown) {
      note({ ...faultOf(thrown), ...(isChannel(channel) ? { channel } : {}) });
      if (thrown instanceof LedgerError) return refuse(thrown.code, thrown.message);
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      return refuse('desktop/failed', `程序外壳没有完成这一步（${reason}）。已保存的数据不受影响，请重试。`);
    }
  };
};

/** Opens every channel, once, for `api`. */
export const openChannels = (
  ipcMain: Pick<IpcMain, 'handle'>,
  api: DesktopApi,
  note?: (fault: FaultNote) => void,
): void => {
  const answer = createChokePoint(api, note);
  for (const channel of CHANNELS)
    ipcMain.handle(channel, (event, ...payload: readonly unknown[]) => answer(event, channel, payload));
};
