import { Button, SegmentedControl, Text } from '@mantine/core';
import { useFocusTrap, useViewportSize, useWindowEvent } from '@mantine/hooks';
import { type CSSProperties, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { PaperSize } from '../../../shared/workbook/paper-sizes.ts';
import { printedSheet } from '../../../shared/workbook/print/print-pages.ts';
import type { SheetModel } from '../../../shared/workbook/sheet-model.ts';
import { mergesByPlace } from '../../../shared/workbook/write/placed-cells.ts';
import { desktop, isBrowser } from '../../desktop/desktop.ts';
import { useStoreClient } from '../session/store-context.tsx';
import { useFormTask } from '../session/use-task.ts';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import styles from './print-preview.module.css';
import { PrintedPageView } from './printed-page.tsx';

type Props = {
  readonly sheet: SheetModel;
  /** Name of the saved PDF, without its ending. */
  readonly title: string;
  readonly onClose: () => void;
};

const PIXELS_PER_MILLIMETRE = 96 / 25.4;
/** What the desk keeps free beside a page, with its scroll bar. */
const DESK_EDGES = 60;

const LIES = [
  { value: 'across', label: '横向' },
  { value: 'upright', label: '纵向' },
];

/** 打印预览: the pages as they leave the printer. What is printed is the pages shown here, and nothing else of the program. */
export function PrintPreview({ sheet: given, title, onClose }: Props) {
  const { store } = useStoreClient();
  const own = given.page.paper ?? 'A4';
  const [size, setSize] = useState(own);
  const [landscape, setLandscape] = useState(given.page.landscape);
  const [saved, setSaved] = useState<string>();
  const { busy, problem, run } = useFormTask();
  const trap = useFocusTrap();
  const sheet = useMemo(
    () => ({ ...given, page: { ...given.page, paper: size, landscape } }),
    [given, size, landscape],
  );
  const printed = useMemo(() => printedSheet(sheet), [sheet]);
  const { width } = useViewportSize();
  const zoom = Math.min(1, (width - DESK_EDGES) / (printed.paper.width * PIXELS_PER_MILLIMETRE));
  const zoomed = { '--zoom': zoom > 0 ? zoom : 1 } as CSSProperties;
  const mergeAt = useMemo(() => mergesByPlace(sheet), [sheet]);

  // Before anything below hears of it; a button at work has lost the focus.
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  useWindowEvent('keydown', onKey, { capture: true });

  /** The log says what becomes of the pages, then it is done. */
  const takeOut = (how: string, act: () => Promise<void>) => {
    setSaved(undefined);
    run(async () => {
      await store.takeOut(`${how}：${title}`);
      await act();
    });
  };
  const print = () => takeOut('打印', async () => window.print());
  const savePdf = () =>
    takeOut('存为 PDF', async () => setSaved(await desktop().files.savePdf(`${title}.pdf`, { landscape })));
  const said = problem ?? (saved === undefined ? undefined : `已保存 ${saved}`);

  useShortcut('print', print, { inDialog: true });

  return createPortal(
    <div ref={trap} role="dialog" aria-modal="true" aria-label="打印预览" className={styles.preview}>
      <style>{`@page { size: ${printed.paper.width}mm ${printed.paper.height}mm; margin: 0 }`}</style>
      <div className={styles.bar}>
        <h2 className={styles.title}>打印预览</h2>
        <SegmentedControl
          size="xs"
          transitionDuration={0}
          aria-label="纸张方向"
          data={LIES}
          value={landscape ? 'across' : 'upright'}
          onChange={(value) => setLandscape(value === 'across')}
        />
        {own !== 'A4' && (
          <SegmentedControl
            size="xs"
            transitionDuration={0}
            aria-label="纸张大小"
            data={[own, 'A4'] satisfies PaperSize[]}
            value={size}
            onChange={setSize}
          />
        )}
        <Text className={styles.count ?? ''}>
          {size}，共 {printed.pages.length} 页
        </Text>
        <Text role="status" className={styles.said ?? ''}>
          {said ?? (isBrowser ? '要 PDF 的，在打印窗口的打印机里选“另存为 PDF”。' : '')}
        </Text>
        <Button data-autofocus onClick={print}>
          打印
        </Button>
        <Button variant="default" loading={busy} onClick={savePdf}>
          存为 PDF
        </Button>
        <Button variant="default" onClick={onClose}>
          关闭
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by the arrows */}
      <section className={styles.desk} aria-label="各页" tabIndex={0} style={zoomed}>
        {printed.pages.map((page, place) => (
          <PrintedPageView key={page.rows.at(-1)} sheet={sheet} printed={printed} place={place} mergeAt={mergeAt} />
        ))}
      </section>
    </div>,
    document.body,
  );
}
