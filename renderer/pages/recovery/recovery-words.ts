import { countWords } from '../../../shared/kit/numbers.ts';
import type { RecoveryReason } from './recovery-reason.ts';

const TOO_OLD = '程序版本过旧';

/** What happened, and what is safe. */
export function recoveryWords(why: RecoveryReason): { readonly title: string; readonly text: string } {
  switch (why.kind) {
    case 'newer':
      return { title: TOO_OLD, text: why.message.replace(`${TOO_OLD}：`, '') };
    case 'cannotOpen':
      return {
        title: '数据库打不开',
        text: `${why.message}\n已经自动重试过几次。可以再试一次，或用磁盘上的日志副本和备份恢复；打不开的数据库原样保留。`,
      };
    case 'lost':
      return {
        title: '数据库是空的',
        text:
          why.records > 0
            ? `这里原有 ${countWords(why.records)} 条记录，现在数据库里一条也没有：可能被清理软件删除，或硬盘出过故障。\n下面列出磁盘上还有的副本，从中恢复即可。`
            : `数据库里没有记录，日志副本里却有 ${countWords(why.batches)} 次改动，没有丢失。从副本恢复即可。`,
      };
    case 'behind':
      return {
        title: '有改动只在副本里',
        text: `数据库里少了 ${countWords(why.batches)} 次已保存的改动，磁盘上的日志副本里都在，没有丢失。建议现在取回；暂不取回也不会删除副本，下次启动还会问。`,
      };
    case 'damaged':
      return {
        title: '有改动已损坏',
        text: `有 ${countWords(why.batches)} 次改动在数据库和日志副本里都读不出来，没有计入。损坏之前的备份里可能还有：可以从备份恢复，并取回之后的改动。`,
      };
  }
}
