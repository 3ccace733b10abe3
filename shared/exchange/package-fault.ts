import { MEGABYTE } from '../kit/bytes.ts';
import { LedgerError } from '../kit/complaint.ts';
import { minuteWords } from '../kit/moment-words.ts';

const SAFE = '没有并入任何内容，本机数据没有改动。';

/** What a file that should be an exchange package is instead, or why it cannot be merged. */
const FAULTS = {
  packed: ['exchange/packed', `这是一个压缩包，不是交换包本身。${SAFE}请先解压，选其中的 .slpack 文件。`],
  foreign: ['exchange/foreign', `这不是本程序的交换包。${SAFE}请选择扩展名为 .slpack 或 .slsealed 的文件。`],
  schema: ['exchange/schema', `这个交换包是别的程序或别的数据结构写的。${SAFE}请让对方用本程序重新导出。`],
  newer: ['exchange/newer', `程序版本过旧：这个交换包是更新版本的程序写的，本程序读不了。${SAFE}请先更新程序。`],
  truncated: [
    'exchange/truncated',
    `这个交换包不完整，U盘可能中途拔出，或没有复制完。${SAFE}请重新复制，或让对方重新导出。`,
  ],
  damaged: ['exchange/damaged', `这个交换包已损坏。${SAFE}请重新复制，或让对方重新导出。`],
  tampered: [
    'exchange/tampered',
    `这个交换包里的操作记录与校验值对不上，可能被人改动过。${SAFE}请与对方核实，让对方重新导出。`,
  ],
} as const satisfies { readonly [fault: string]: readonly [code: string, message: string] };

export const packageFault = (fault: keyof typeof FAULTS): LedgerError => {
  const [code, message] = FAULTS[fault];
  return new LedgerError(code, message);
};

/** A package missing between. `missing`: which batches of which office. */
export class PackageGap extends LedgerError {
  readonly missing: string;

  constructor(office: string, from: number, to: number) {
    const missing = `${office}的第 ${from === to ? from : `${from} 至 ${to}`} 批`;
    super(
      'exchange/gap',
      `中间缺一个交换包：${missing}还没有收到。${SAFE}请先并入前一个交换包，或让对方选“全部”重新导出。`,
    );
    this.missing = missing;
  }
}

/** It is kept until the one before it comes. */
export const keptWaiting = ({ missing }: PackageGap): LedgerError =>
  new LedgerError(
    'exchange/waiting',
    `这个交换包来早了：${missing}还没有收到。${SAFE}它已收好，列在“等待前一个包”里。请接着选前一个交换包，两个会一起预览、一起并入；找不到的，让对方选“全部”重新导出。`,
  );

const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1);

/** It is not kept: it is too large by itself, or those that wait already leave no room. */
export const tooManyWaiting = (
  { missing }: PackageGap,
  refused: { readonly office: string; readonly at: string; readonly bytes: number },
  kept: { readonly count: number; readonly bytes: number },
  most: { readonly count: number; readonly bytes: number },
): LedgerError => {
  const which = `“${refused.office}”${minuteWords(refused.at)} 导出的这个包（${megabytes(refused.bytes)} MB）`;
  const room = `${most.bytes / MEGABYTE} MB`;
  const [why, advice] =
    refused.bytes > most.bytes
      ? [`最多能收好 ${room}`, '请先并入前一个交换包，再选这个包']
      : [
          `收好等着的已有 ${kept.count} 个、共 ${megabytes(kept.bytes)} MB，最多 ${most.count} 个、共 ${room}`,
          '请移除用不着的',
        ];
  return new LedgerError(
    'exchange/waiting-full',
    `中间缺一个交换包：${missing}还没有收到。${which}也没有收好：${why}。${SAFE}${advice}，或让对方选“全部”重新导出。`,
  );
};

/** Two different batches under one number: two programs went on from one data folder. */
export const forkedChain = (office: string, sequence: number): LedgerError =>
  new LedgerError(
    'exchange/forked',
    `${office}的第 ${sequence} 批与以前收到的不是同一批，对方的数据文件夹可能被复制后两边都在用。${SAFE}请与对方核实。`,
  );

/** An office met for the first time is confirmed by the clerk, under the name the ledgers will show. */
export const unknownOffice = (name: string): LedgerError =>
  new LedgerError(
    'exchange/unknown-office',
    `第一次收到“${name}”的交换包，还没有确认这个单位。${SAFE}请核对单位名称，确认后再并入。`,
  );
