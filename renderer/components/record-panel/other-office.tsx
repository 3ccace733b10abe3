import { useStoreStatus } from '../session/use-store-status.ts';
import styles from './record-panel.module.css';

/** Says whose record this is, and why nothing in it can be written. */
export function OtherOffice({ office }: { readonly office: string }) {
  const name = useStoreStatus()?.others.find(({ id }) => id === office)?.name ?? '别的单位';
  return (
    <p className={styles.other}>
      “{name}”登记的记录，从交换包并入，这里只能查看；要改请由登记单位改好后再给一个交换包。
    </p>
  );
}
