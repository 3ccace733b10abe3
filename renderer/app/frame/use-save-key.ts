import { messageOf } from '../../components/session/message-of.ts';
import { useNotices } from '../../components/session/notice.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useUnsaved } from '../../components/session/unsaved.tsx';
import { useShortcut } from '../../components/shortcuts/use-shortcut.ts';
import { hasJournal } from '../../desktop/desktop.ts';
import { isExample } from '../../desktop/example-mode.ts';

/** What leaving a field or saving a form set off has been done. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0));

/** The field still being typed in is read when it is left. */
function leaveField(): HTMLElement | undefined {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || field === document.body) return undefined;
  field.blur();
  return field;
}

/** Back to where the clerk was typing; where the form was drawn anew meanwhile, to the field of the same name. */
function goBackInto(field: HTMLElement | undefined): void {
  if (field === undefined || document.activeElement !== document.body) return;
  const here = field.isConnected ? field : document.getElementById(field.id);
  here?.focus();
}

/** Ctrl+S, which clerks press by reflex: saves the open form and takes a snapshot. It always answers. */
export function useSaveKey(): void {
  const { store } = useStoreClient();
  const { say, sayBefore } = useNotices();
  const { saveOpen } = useUnsaved();
  const backUp = async (saved: 'clean' | 'saved') => {
    // What the save itself had to say, and its 撤销, stay beside.
    const tell = (text: string) => (saved === 'saved' ? sayBefore(text) : say({ text }));
    const time = new Date().toTimeString().slice(0, 8);
    if (isExample) return tell(`已保存 ${time} · 示例数据，不做备份`);
    if (!hasJournal) return tell(`已保存 ${time} · 仅一份副本（可在 设置 → 备份 下载备份）`);
    try {
      await store.snapshot();
      tell(`已保存 ${time} · 已备份`);
    } catch (thrown) {
      say({ text: `已保存 ${time}，但备份没有完成。${messageOf(thrown)}`, grade: 'problem' });
    }
  };
  const save = async () => {
    const field = leaveField();
    await nextTask();
    const saved = await saveOpen();
    if (saved !== 'refused') await backUp(saved);
    await nextTask();
    goBackInto(field);
  };
  useShortcut('save', () => void save(), { inDialog: true });
}
