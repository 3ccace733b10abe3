import { LedgerError } from '../../kit/complaint.ts';
import { cellLimit } from '../cell-limits.ts';
import { damaged } from './sniff.ts';

/** A tag exactly as the xlsx package finds one: what this does not see, the package does not write out either. */
const TAG = /<(\/?)(?:[^\s?><!/:"]*:|)([^\s?<>:/"]+)(?:\s+[^<>=?"'\s]+="[^"]*?")*\s*(\/?)>/gm;
/** To the end where a comment is never closed; so does the package. */
const COMMENT = /<!--(?:[\s\S]*?-->|[\s\S]*)/g;
const MERGED_ROWS = /[\s:]MergeDown="([^"]*)"/g;
const MERGED_COLUMNS = /[\s:]MergeAcross="([^"]*)"/g;
const ROWS = /[\s:]number-rows-repeated[^\s="]*="([^"]*)"/gi;
const COLUMNS = /[\s:]number-columns-repeated[^\s="]*="([^"]*)"/gi;

const ATTRIBUTES = String.raw`(?:\s+[^<>=?"'\s]+="[^"]*")*\s*`;
const NO_TEXT = String.raw`(?:\s|<text:p${ATTRIBUTES}\/>|<text:p${ATTRIBUTES}>\s*<\/text:p>)*`;
/** A cell that is opened and closed again with nothing said in between. */
const OPENED_EMPTY = new RegExp(String.raw`<(table:table-cell)(${ATTRIBUTES})>${NO_TEXT}<\/table:table-cell>`, 'g');
/** What makes a cell more than empty: a value beside the text, a formula, a merged range. */
const SAYS_MORE = /\s[^\s="]*(?:-value|:value|formula|-spanned)="|value-type="(?!string")/;

/** Empty cells that are opened and closed written as tags without content, as office suites write them. */
const withEmptyCellsClosed = (content: string): string =>
  content.replace(OPENED_EMPTY, (whole, name: string, attributes: string) =>
    SAYS_MORE.test(attributes) ? whole : `<${name}${attributes.trimEnd()}/>`,
  );

/**
 * An OpenDocument table as the package may read it. The cells it asks for are counted (ODF 1.2, 19.675 and 19.677): one tag
 * may stand for 17,000 million of them, and the package makes each an object. Empty cells, with which programs fill a sheet
 * to its last row and column, cost nothing: as tags without content the package makes none of them. Merged cells of XML 2003
 * sheets are written out likewise.
 * @throws LedgerError import/too-many-cells, import/damaged
 */
export function withinCellLimit(content: string): string {
  try {
    const closed = withEmptyCellsClosed(content);
    countCells(closed);
    return closed;
  } catch (cause) {
    // A tag of millions of attributes is more than an expression can look over; so it is for the package.
    throw cause instanceof LedgerError ? cause : damaged();
  }
}

function countCells(content: string): void {
  const limit = cellLimit();
  let rows = 1;
  for (const [tag, slash, name = '', isEmpty] of content.replace(COMMENT, '').matchAll(TAG)) {
    // Names in Chinese are those of UOF, the Chinese office format, which the package reads by the same rules.
    switch (name.replace(/_.*$/s, '')) {
      case 'table-row':
      case '行':
        rows = slash ? 1 : times(tag, ROWS);
        break;
      case 'table-cell':
      case '数据':
        if (!slash && !isEmpty) limit(rows * times(tag, COLUMNS));
        break;
      case 'covered-table-cell':
        // Of repeated rows the package writes out the first alone.
        if (!slash) limit(times(tag, COLUMNS));
        break;
      case 'Cell':
        if (!slash) limit(times(tag, MERGED_ROWS) * times(tag, MERGED_COLUMNS));
        break;
    }
  }
}

/** The largest of what a tag says, should it say it twice. */
function times(tag: string, attribute: RegExp): number {
  let most = 1;
  for (const [, value = ''] of tag.matchAll(attribute)) {
    most = Math.max(most, Number(value) || Number.parseFloat(value) || 1);
  }
  return most;
}
