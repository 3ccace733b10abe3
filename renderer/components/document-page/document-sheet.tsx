import type { CSSProperties } from 'react';
import type { Block, DocumentModel, Paragraph, Table, TableCell } from '../../../shared/documents/document-model.ts';
import {
  BODY_SPACING,
  CELL_STYLES,
  FACES,
  letterheadSize,
  TEXT_STYLES,
  type TextStyle,
} from '../../../shared/documents/document-styles.ts';
import styles from './document-page.module.css';

/** How text looks, as the .docx has it: points stay points, characters become em. */
function cssOf(style: TextStyle): CSSProperties {
  const body = style.size === TEXT_STYLES.body.size && style.face !== 'title';
  return {
    fontFamily: FACES[style.face].screen,
    fontSize: `${style.size}pt`,
    lineHeight: `${style.pitch}pt`,
    textAlign: style.align,
    ...(body ? { letterSpacing: `${BODY_SPACING}pt` } : {}),
    ...(style.firstLine === undefined ? {} : { textIndent: `${style.firstLine}em` }),
    ...(style.before === undefined ? {} : { marginTop: `${style.before}pt` }),
    ...(style.after === undefined ? {} : { marginBottom: `${style.after}pt` }),
    ...(style.keepNext ? { breakAfter: 'avoid' } : {}),
  };
}

function ParagraphView({ role, text, atRight, indentRight, keepNext }: Paragraph) {
  const css: CSSProperties = {
    ...cssOf(TEXT_STYLES[role]),
    ...(indentRight === undefined ? {} : { paddingRight: `${indentRight}em` }),
    ...(keepNext ? { breakAfter: 'avoid' } : {}),
  };
  if (role === 'title' || role === 'formTitle') {
    return (
      <h2 className={styles.paragraph} style={{ ...css, fontWeight: 'normal' }}>
        {text}
      </h2>
    );
  }
  return (
    <p className={styles.paragraph} style={css}>
      {text === '' ? '\u00a0' : text}
      {atRight !== undefined && <span className={styles.atRight}>{atRight}</span>}
    </p>
  );
}

function CellView({ role, text, across, down }: TableCell) {
  return (
    <td className={styles[role]} style={cssOf(CELL_STYLES[role])} colSpan={across ?? 1} rowSpan={down ?? 1}>
      {text}
    </td>
  );
}

/** Rows and cells of a paper have no ids: they never move, so their place names them. */
const placed = <T,>(items: readonly T[]) => items.map((item, place) => ({ item, key: String(place) }));

function TableView({ widths, rows, headRows = 0, borders }: Table) {
  const rowsOf = (some: Table['rows']) =>
    placed(some).map(({ item, key }) => (
      <tr key={key} style={{ height: `${item.height}mm` }}>
        {placed(item.cells).map((cell) => (
          <CellView key={cell.key} {...cell.item} />
        ))}
      </tr>
    ));
  return (
    <table className={borders === 'none' ? styles.places : styles.table}>
      <colgroup>
        {placed(widths).map(({ item, key }) => (
          <col key={key} style={{ width: `${item}mm` }} />
        ))}
      </colgroup>
      {headRows > 0 && <thead>{rowsOf(rows.slice(0, headRows))}</thead>}
      <tbody>{rowsOf(rows.slice(headRows))}</tbody>
    </table>
  );
}

const BlockView = ({ block }: { readonly block: Block }) =>
  block.kind === 'table' ? <TableView {...block} /> : <ParagraphView {...block} />;

/** The words of the paper in its own type, without the sheet around them. */
export function DocumentSheet({ model }: { readonly model: DocumentModel }) {
  const { letterhead, page } = model;
  return (
    <>
      {letterhead !== undefined && (
        <div
          className={styles.letterhead}
          style={{ fontFamily: FACES.title.screen, fontSize: `${letterheadSize(letterhead, page)}pt` }}
        >
          {letterhead}
        </div>
      )}
      {placed(model.blocks).map(({ item, key }) => (
        <BlockView key={key} block={item} />
      ))}
    </>
  );
}
