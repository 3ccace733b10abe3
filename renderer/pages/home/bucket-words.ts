import type { Bucket } from '../../../shared/workbench/radar.ts';

/** What a bucket is called; days are calendar days, however the limit itself counts. */
export const BUCKET_WORDS: { readonly [bucket in Bucket]: string } = {
  late: '超期',
  today: '今天到期',
  soon: '三天内',
  week: '一周内',
  later: '一周以后',
};
