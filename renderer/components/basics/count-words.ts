/** 12,345 of a count. */
export const countWords = (count: number): string => count.toLocaleString('zh-CN');
