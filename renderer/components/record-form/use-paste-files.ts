import { type RefObject, useEffect, useEffectEvent } from 'react';
import { localMoment } from '../../../shared/kit/local-moment.ts';
import { momentWords } from '../../../shared/kit/moment-words.ts';

const BOX = 'data-takes-files';

/** Put on the element of an editor that takes pasted files. */
export const takesFiles = { [BOX]: '' };

/** The box a paste goes to: the one it happened in, else the first of the dialog or page it happened on. */
function boxFor(target: EventTarget | null): Element | null {
  const from = target instanceof Element ? target : document.body;
  const own = from.closest(`[${BOX}]`);
  if (own) return own;
  const dialog = from.closest('[role="dialog"]');
  return (dialog ?? document).querySelector(`[${BOX}]`);
}

/** Browsers call every screenshot image.png; a name with its moment tells them apart in the file. */
function named(file: File, now: Date): File {
  if (!/^image\.\w+$/.test(file.name)) return file;
  const moment = momentWords(localMoment(now)).replaceAll(':', '');
  return new File([file], `截图 ${moment}${file.name.slice('image'.length)}`, { type: file.type });
}

/**
 * Hands over files and screenshots pasted while the box is on screen. Text is left to the field it is pasted into: only
 * what no text field could take is taken.
 */
export function usePasteFiles(box: RefObject<HTMLElement | null>, onFiles: (files: readonly File[]) => void): void {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || box.current === null || boxFor(event.target) !== box.current) return;
    event.preventDefault();
    onFiles(files.map((file) => named(file, new Date())));
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent) => paste(event);
    document.addEventListener('paste', listener);
    return () => document.removeEventListener('paste', listener);
  }, []);
}
