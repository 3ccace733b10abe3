import { SecondCopyFields } from '../../components/backup/second-copy-fields.tsx';
import { useSecondCopy } from '../../components/backup/use-second-copy.ts';
import { isBrowser } from '../../desktop/desktop.ts';
import { Step } from './step.tsx';

/** Asked for at the first start: later nobody thinks of the day the disk fails. */
export function SecondCopyStep() {
  const second = useSecondCopy();
  if (isBrowser) return null;
  return (
    <Step
      title="四、第二份备份（建议现在选，也可以以后在 设置 → 备份 里选）"
      hint="另一块硬盘、U盘或网络盘上的一个文件夹：每次备份后自动复制过去，这台电脑坏了也还有一份。复制过去的内容不加密，请用单位保管的盘，最好用 BitLocker 加密整块盘。"
    >
      <SecondCopyFields {...second} />
    </Step>
  );
}
