import { useStoreClient } from '../../components/session/store-context.tsx';
import { Gate } from './gate.tsx';

/** The records came from another PC. Two that go on with the same numbers would give one number twice. */
export function SeriesGate({ letter }: { readonly letter: string }) {
  const { store } = useStoreClient();
  return (
    <Gate
      title="这份数据是从别处来的"
      actions={[
        { label: `还在用，本机加字母 ${letter}`, run: () => void store.setSeries(letter), isMain: true },
        { label: '不再用了，接着原来的编号', run: () => void store.setSeries('') },
      ]}
    >
      {`数据文件夹是复制来的，或者记录来自另一台电脑的备份。\n\n原来那台电脑还在登记吗？两台都登记时，本机的新编号要加一个字母（如 ZR-2026-${letter}0001），以免两件事同一个编号。有两台以上的，请各用不同的字母，以后可在 设置 → 备份 中改。`}
    </Gate>
  );
}
