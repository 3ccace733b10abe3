import { useEffect, useEffectEvent } from 'react';
import { messageOf } from '../components/session/message-of.ts';
import { useNotices } from '../components/session/notice.tsx';
import { useStoreClient } from '../components/session/store-context.tsx';
import { useUnsaved } from '../components/session/unsaved.tsx';
import { hasJournal } from '../desktop/desktop.ts';
import { isExample } from '../desktop/example-mode.ts';

/** Ctrl+S, which clerks press by reflex: saves the open form, or, with all saved, takes a snapshot. It always answers. */
export function useSaveKey(): void {
  const { store } = useStoreClient();
  const { say } = useNotices();
  const { saveOpen } = useUnsaved();
  const save = useEffectEvent(async () => {
    // The field still being typed in is read when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (saveOpen()) return;
    const time = new Date().toTimeString().slice(0, 8);
    if (isExample) return say({ text: `已保存 ${time} · 示例数据，不做备份` });
    if (!hasJournal) return say({ text: `已保存 ${time} · 仅一份副本（可在 设置 → 备份 下载备份）` });
    try {
      await store.snapshot();
      say({ text: `已保存 ${time} · 已备份` });
    } catch (thrown) {
      say({ text: `已保存 ${time}，但备份没有完成。${messageOf(thrown)}`, grade: 'problem' });
    }
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's' || event.isComposing) return;
      event.preventDefault();
      void save();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
