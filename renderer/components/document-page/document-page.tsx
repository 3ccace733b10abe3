import { Button, Group, Text } from '@mantine/core';
import { createPortal } from 'react-dom';
import type { DocumentModel } from '../../../shared/documents/document-model.ts';
import { OFFICIAL_PAGE } from '../../../shared/documents/document-styles.ts';
import { writeDocx } from '../../../shared/documents/docx/write-docx.ts';
import { safeFileName } from '../../../shared/kit/file-names.ts';
import { desktop } from '../../desktop/desktop.ts';
import { useNotices } from '../session/notice.tsx';
import { useStoreClient } from '../session/store-context.tsx';
import { useTask } from '../session/use-task.ts';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import styles from './document-page.module.css';
import { DocumentSheet } from './document-sheet.tsx';

export type IssueManner = '已打印' | '已发出';

type Props = {
  readonly model: DocumentModel;
  /** Name of the saved file, without its ending; the document's title where absent. */
  readonly fileName?: string;
  /** Records that the paper was printed or sent; the buttons are absent where it cannot be recorded. */
  readonly onIssue?: (manner: IssueManner) => Promise<void>;
  /** What is recorded already: `2026-12-18 已发出`. */
  readonly issued?: string;
};

function printClass({ letterhead, page }: DocumentModel): string | undefined {
  if (letterhead !== undefined) return styles.letterPrint;
  return page.top === OFFICIAL_PAGE.top ? styles.officialPrint : styles.formPrint;
}

/**
 * A paper on its sheet of A4, to be read, printed and saved. What is printed is a copy of the same sheet outside of the
 * program's frame: only the sheet reaches the printer.
 */
export function DocumentPage({ model, fileName, onIssue, issued }: Props) {
  const { store } = useStoreClient();
  const { say } = useNotices();
  const { busy, run } = useTask();
  useShortcut('print', () => print());

  const print = () =>
    run(async () => {
      await store.takeOut(`打印文书：${model.title}`);
      window.print();
    });

  const save = () =>
    run(async () => {
      await store.takeOut(`导出文书：${model.title}`);
      const name = `${safeFileName(fileName ?? model.title)}.docx`;
      const saved = await desktop().files.save(name, writeDocx(model));
      if (saved !== undefined) say({ text: `已保存：${saved}` });
    });

  const { top, right, bottom, left, width, height } = model.page;
  return (
    <div className={styles.frame}>
      <Group className={styles.bar} gap={8}>
        <Button onClick={print}>打印</Button>
        <Button variant="default" disabled={busy} onClick={save}>
          导出 .docx
        </Button>
        {onIssue && (
          <>
            <Button variant="default" disabled={busy} onClick={() => run(() => onIssue('已打印'))}>
              登记为已打印
            </Button>
            <Button variant="default" disabled={busy} onClick={() => run(() => onIssue('已发出'))}>
              登记为已发出
            </Button>
          </>
        )}
        <Text c="var(--quiet)" fz={13}>
          {issued ?? '登记后不能撤销；所载的决定只能更正。'}
        </Text>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by the arrows */}
      <section className={styles.desk} aria-label="文书" tabIndex={0}>
        <article
          className={styles.sheet}
          aria-label={model.title}
          style={{
            width: `${width}mm`,
            minHeight: `${height}mm`,
            padding: `${top}mm ${right}mm ${bottom}mm ${left}mm`,
          }}
        >
          <DocumentSheet model={model} />
        </article>
      </section>
      {createPortal(
        <div className={printClass(model)} aria-hidden="true">
          <DocumentSheet model={model} />
        </div>,
        document.body,
      )}
    </div>
  );
}
