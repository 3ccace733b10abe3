import type { NameOf } from '../../../shared/kit/format.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Filter } from '../../../shared/kit/query.ts';
import { fieldOf, shownText } from '../basics/shown-text.ts';

/** A filter as its chip says it: 申请单位：区住建局、区民政局. */
export function filterWords(filter: Filter, ledger: Ledger, nameOf: NameOf): string {
  const { field } = filter;
  const label = fieldOf(ledger, field)?.label ?? field;
  const shown = (value: Parameters<typeof shownText>[2]) => shownText(ledger, field, value, nameOf);
  if ('is' in filter) {
    const words = filter.is.slice(0, 3).map((value) => (value === true ? '是' : value === false ? '否' : shown(value)));
    return `${label}：${words.join('、')}${filter.is.length > 3 ? ` 等 ${filter.is.length} 项` : ''}`;
  }
  if ('contains' in filter) return `${label} 含“${filter.contains}”`;
  if ('blank' in filter) return `${label}：${filter.blank ? '空白' : '已填'}`;
  const { from, to } = filter;
  if (from === undefined) return `${label} 到 ${shown(to)} 为止`;
  return to === undefined ? `${label} 从 ${shown(from)} 起` : `${label}：${shown(from)} 至 ${shown(to)}`;
}
