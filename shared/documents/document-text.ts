import { sha256OfText } from '../kit/sha256.ts';
import type { Block, DocumentModel } from './document-model.ts';

/** The words of a document, one line a paragraph or table row, cells parted by tabs. */
export function documentText(model: DocumentModel): string {
  const letterhead = model.letterhead === undefined ? [] : [model.letterhead];
  return [...letterhead, ...model.blocks.flatMap(blockLines)].join('\n');
}

/** SHA-256 of the document's words in hexadecimal: shows later whether the paper that left still reads the same. */
export const documentHash = (model: DocumentModel): string => sha256OfText(documentText(model));

function blockLines(block: Block): readonly string[] {
  if (block.kind === 'table') return block.rows.map(({ cells }) => cells.map(({ text }) => text).join('\t'));
  return [block.atRight === undefined ? block.text : `${block.text}\t${block.atRight}`];
}
