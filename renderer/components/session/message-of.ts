/**
 * What to tell the clerk of something thrown. A LedgerError says it itself, also after it crossed a port as data;
 * anything else is a fault of the program, said with its words for whoever is asked for help.
 */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) {
    return thrown.name === 'LedgerError'
      ? thrown.message
      : `程序出错，这一步没有完成；已保存的数据不受影响。请重试，仍不行时重新打开程序。（${thrown.message}）`;
  }
  return '程序出错，这一步没有完成；已保存的数据不受影响。请重试，仍不行时重新打开程序。';
}
