import { useAnswer } from '../../components/session/use-answer.ts';
import { desktop, isBrowser } from '../../desktop/desktop.ts';
import styles from './first-start.module.css';

/** What a clerk must know before the first word is typed: no secrets, where the data lies, which numbers are guesses. */
export function OfficeNotes() {
  const { data: about } = useAnswer('about', () => desktop().about());
  return (
    <ul className={styles.notes}>
      <li>
        <strong>不得录入涉密信息。</strong>
      </li>
      <li>
        数据只存在这台电脑：
        {isBrowser ? '本浏览器里，仅一份副本，清除浏览数据会一并删除；长期使用请装桌面版。' : (about?.dataFolder ?? '')}
      </li>
      <li>没有文件依据的期限和规则是“可调整的默认值”，建立后在“设置”里按本地规定改。</li>
      <li>整个设置是一步操作，填错了可以在设置 → 操作记录 里撤销重来。</li>
    </ul>
  );
}
