import type { Day } from '../kit/values.ts';

/** One year's holidays as the State Council announced them: rests that fall on any day, and worked weekend days. */
export type HolidayYear = {
  readonly year: number;
  readonly basis: string;
  /** 放假调休, both ends included. */
  readonly rests: readonly { readonly name: string; readonly from: Day; readonly to: Day }[];
  /** 调休上班: weekend days that are worked. */
  readonly worked: readonly { readonly name: string; readonly day: Day }[];
};

/**
 * 部分节假日安排 2024 to 2026. 调休 is announced anew each autumn, so later years come in by the holiday ledger,
 * typed or imported: an office without a network cannot fetch them, and lunar dates are not guessed.
 */
export const HOLIDAY_SEED: readonly HolidayYear[] = [
  {
    year: 2024,
    basis: '国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号）',
    rests: [
      { name: '元旦', from: '2024-01-01', to: '2024-01-01' },
      { name: '春节', from: '2024-02-10', to: '2024-02-17' },
      { name: '清明节', from: '2024-04-04', to: '2024-04-06' },
      { name: '劳动节', from: '2024-05-01', to: '2024-05-05' },
      { name: '端午节', from: '2024-06-10', to: '2024-06-10' },
      { name: '中秋节', from: '2024-09-15', to: '2024-09-17' },
      { name: '国庆节', from: '2024-10-01', to: '2024-10-07' },
    ],
    worked: [
      { name: '春节', day: '2024-02-04' },
      { name: '春节', day: '2024-02-18' },
      { name: '清明节', day: '2024-04-07' },
      { name: '劳动节', day: '2024-04-28' },
      { name: '劳动节', day: '2024-05-11' },
      { name: '中秋节', day: '2024-09-14' },
      { name: '国庆节', day: '2024-09-29' },
      { name: '国庆节', day: '2024-10-12' },
    ],
  },
  {
    year: 2025,
    basis: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
    rests: [
      { name: '元旦', from: '2025-01-01', to: '2025-01-01' },
      { name: '春节', from: '2025-01-28', to: '2025-02-04' },
      { name: '清明节', from: '2025-04-04', to: '2025-04-06' },
      { name: '劳动节', from: '2025-05-01', to: '2025-05-05' },
      { name: '端午节', from: '2025-05-31', to: '2025-06-02' },
      { name: '国庆节、中秋节', from: '2025-10-01', to: '2025-10-08' },
    ],
    worked: [
      { name: '春节', day: '2025-01-26' },
      { name: '春节', day: '2025-02-08' },
      { name: '劳动节', day: '2025-04-27' },
      { name: '国庆节、中秋节', day: '2025-09-28' },
      { name: '国庆节、中秋节', day: '2025-10-11' },
    ],
  },
  {
    year: 2026,
    basis: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）',
    rests: [
      { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
      { name: '春节', from: '2026-02-15', to: '2026-02-23' },
      { name: '清明节', from: '2026-04-04', to: '2026-04-06' },
      { name: '劳动节', from: '2026-05-01', to: '2026-05-05' },
      { name: '端午节', from: '2026-06-19', to: '2026-06-21' },
      { name: '中秋节', from: '2026-09-25', to: '2026-09-27' },
      { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
    ],
    worked: [
      { name: '元旦', day: '2026-01-04' },
      { name: '春节', day: '2026-02-14' },
      { name: '春节', day: '2026-02-28' },
      { name: '劳动节', day: '2026-05-09' },
      { name: '国庆节', day: '2026-09-20' },
      { name: '国庆节', day: '2026-10-10' },
    ],
  },
];
