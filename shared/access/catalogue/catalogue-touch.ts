import { textIn } from '../../kit/field-values.ts';
import type { LedgerRecord } from '../../kit/values.ts';
import { isRunning } from '../review/running-applications.ts';
import { catalogueEntry } from './catalogue-entry.ts';
import type { Paired } from './catalogue-pairs.ts';
import { type CatalogueIndex, catalogueIndex, matchWithIndex, ON_LIST } from './match.ts';

/** A running application and why an item concerns it: the clerk linked it, or it compares with it. */
export type RunningTouch = { readonly application: LedgerRecord; readonly by: '对应条目' | '比对相符' };

/**
 * Prepares, for two catalogues, which running applications rest on an item of either: linked to it, or compared with it
 * and found alike. An added item thereby names the cases it would bring onto the list, a dropped one those it strands.
 */
export function touchingCases(
  before: readonly LedgerRecord[],
  after: readonly LedgerRecord[],
  applications: readonly LedgerRecord[],
): (pair: Paired) => readonly RunningTouch[] {
  const indexes = [indexOf(before), indexOf(after)];
  const byItem = new Map<string, RunningTouch[]>();
  const note = (item: string, touch: RunningTouch): void => {
    const known = byItem.get(item);
    if (known === undefined) byItem.set(item, [touch]);
    else if (!known.some(({ application }) => application === touch.application)) known.push(touch);
  };
  for (const application of applications) {
    if (!isRunning(application)) continue;
    const linked = textIn(application.values, 'listItem');
    if (linked !== '') note(linked, { application, by: '对应条目' });
    for (const index of indexes) {
      const matched = matchedItem(application, index);
      if (matched !== undefined) note(matched, { application, by: '比对相符' });
    }
  }
  return ({ before: was, after: is }) => {
    const touches = [was, is].flatMap((item) => (item === undefined ? [] : (byItem.get(item.id) ?? [])));
    return touches.filter(
      ({ application }, place) => touches.findIndex((other) => other.application === application) === place,
    );
  };
}

const indexOf = (records: readonly LedgerRecord[]): CatalogueIndex =>
  catalogueIndex(records.flatMap((record) => catalogueEntry(record) ?? []));

/** The item an application compares with, forbidden ones included; partly alike is not enough. */
function matchedItem({ values }: LedgerRecord, index: CatalogueIndex): string | undefined {
  const { best } = matchWithIndex(
    {
      itemName: textIn(values, 'itemName'),
      dutyComm: textIn(values, 'dutyComm'),
      legalBasis: textIn(values, 'legalBasis'),
    },
    index,
  );
  return best !== undefined && best.score >= ON_LIST ? best.item.id : undefined;
}
