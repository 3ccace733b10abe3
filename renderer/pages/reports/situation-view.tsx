import { Button } from '@mantine/core';
import { useNotices } from '../../components/session/notice.tsx';
import styles from './reports.module.css';

/** R14: the paragraphs to read, and to take along into the office's own letter. */
export function SituationView({ paragraphs }: { readonly paragraphs: readonly string[] }) {
  const { say } = useNotices();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(paragraphs.join('\n'));
      say({ text: '已复制情况说明，可粘贴到公文里。' });
    } catch {
      say({ text: '没有复制成功。请选中文字后按 Ctrl+C 复制。', grade: 'problem' });
    }
  };
  const [title, ...rest] = paragraphs;
  return (
    <div className={styles.paper}>
      <article className={styles.situation}>
        <h2 className={styles.title}>{title}</h2>
        {rest.map((paragraph, place) => (
          <p key={paragraph} data-signed={place >= rest.length - 2 ? '' : undefined}>
            {paragraph}
          </p>
        ))}
      </article>
      <Button variant="default" onClick={() => void copy()}>
        复制文字
      </Button>
    </div>
  );
}
