import { type FieldsChangedHere, isImport, withEarlier } from '../../../shared/history/changed-here.ts';
import { decodeEntry, decodeHeader } from '../../../shared/history/encode.ts';
import { positionOf } from '../../../shared/history/rev.ts';
import { upcastChange } from '../../../shared/history/upcast-change.ts';
import { grouped } from '../../../shared/kit/grouped.ts';
import type { Rev, Values } from '../../../shared/kit/values.ts';
import { Pace } from '../slices.ts';
import type { StoreCore } from '../store-core.ts';

/** A record whose log is read on at `rev`, with what is known of its later changes. */
type Walk = { readonly id: string; readonly rev: Rev; readonly fields: FieldsChangedHere };

/**
 * Which fields of these records were changed by hand since an import last wrote them, by record. The log is walked for
 * all of them together, each entry read once a step; records that no import wrote, as far as the log reaches, are absent.
 */
export async function changedSinceImport(
  core: StoreCore,
  ledgerId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FieldsChangedHere>> {
  const { records } = core.state.table(ledgerId);
  const found = new Map<string, FieldsChangedHere>();
  const pace = new Pace();
  const none: FieldsChangedHere = new Map();
  let walks: readonly Walk[] = ids.flatMap((id) => {
    const record = records.get(id);
    return record === undefined ? [] : [{ id, rev: record.rev, fields: none }];
  });
  while (walks.length > 0) {
    const further: Walk[] = [];
    for (const [rev, here] of grouped(walks, (walk) => walk.rev)) {
      const bytes = await entryBytes(core, rev);
      const reason = bytes && decodeHeader(bytes)?.reason.kind;
      if (reason === undefined || bytes === undefined) continue;
      if (isImport(reason))
        for (const { id, fields } of here) found.set(id, stillChanged(fields, records.get(id)?.values));
      else further.push(...stepBack(core, ledgerId, bytes, here));
      await pace.rest();
    }
    walks = further;
  }
  return found;
}

async function entryBytes(core: StoreCore, rev: Rev): Promise<Uint8Array | undefined> {
  const position = positionOf(rev);
  if (position === undefined) return undefined;
  return (await core.parts.database.batches.get([position.chain, position.sequence, position.part]))?.bytes;
}

/** One entry further back: what it changed in the records, and where each was written before. */
function stepBack(core: StoreCore, ledgerId: string, bytes: Uint8Array, walks: readonly Walk[]): readonly Walk[] {
  const { header, sealed } = decodeEntry(bytes);
  const wanted = new Map(walks.map((walk) => [walk.id, walk]));
  return sealed.flatMap((one): Walk[] => {
    const walk = 'change' in one && one.change.ledger === ledgerId ? wanted.get(one.change.id) : undefined;
    if (walk === undefined || !('change' in one)) return [];
    const change = upcastChange(one.change, core.state.ledger(ledgerId), header.versions[ledgerId]);
    return [{ id: walk.id, rev: change.rev, fields: withEarlier(walk.fields, change, header) }];
  });
}

/** What was changed and changed back is as the import left it. */
function stillChanged(fields: FieldsChangedHere, now: Values = {}): FieldsChangedHere {
  return new Map(
    [...fields].filter(([field, { imported }]) => JSON.stringify(imported) !== JSON.stringify(now[field])),
  );
}
