import { isBlank } from '../../../shared/kit/blank.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import type { Row } from '../../store/store-api.ts';

/** What an item off the lists counts as, by how long it lasts. */
const OFF_LIST: { readonly [term: string]: string } = {
  长期: '清单外长期',
  阶段性临时: '清单外临时',
  突发紧急: '突发紧急',
};

function found(result: string, term: string): string | undefined {
  if (result === '清单内') return '清单内';
  return result === '负面' ? '命中负面' : result === '清单外' ? OFF_LIST[term] : undefined;
}

/**
 * The fields the comparison would fill, for the clerk to take over with one click; nothing where it leaves the answer
 * open or the clerk has given one in what is `typed`. The matched item is known by the number it starts with.
 */
export function adoptable(row: Row, typed: Values, catalogue: readonly LedgerRecord[]): Values | undefined {
  if (!isBlank(typed.listMatch)) return undefined;
  const listMatch = found(textIn(row.derived, 'matchResult'), textIn(typed, 'term'));
  if (listMatch === undefined) return undefined;
  const code = textIn(row.derived, 'matchedItem').split(' ')[0] ?? '';
  const item = code === '' ? undefined : catalogue.find(({ values }) => values.code === code);
  return { listMatch, ...(item ? { listItem: item.id } : {}) };
}
