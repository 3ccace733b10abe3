import { momentWords } from '../../../shared/kit/moment-words.ts';
import { countWords } from '../../../shared/kit/numbers.ts';
import type { StoreApi } from '../../store/store-api.ts';

/** What the verification of the log found, in a sentence for the clerk or the auditor. */
export function verdictWords({ entries, broken }: Awaited<ReturnType<StoreApi['verify']>>): string {
  if (!broken) {
    return `校验完成：${countWords(entries)} 段操作记录逐段核对，首尾相接，没有改动、缺失或调换。`;
  }
  return (
    `校验发现问题：第 ${broken.sequence} 步（${momentWords(broken.at)}，${broken.operator || '未署名'}）起对不上，` +
    '可能被改动或损坏。现有记录仍可查看；请不要继续录入，先用备份恢复，并保留数据文件夹备查。'
  );
}
