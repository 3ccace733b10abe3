import { REVIEW_REPORTS, type ReviewReport } from '../access/reports/review-reports.ts';
import { demandMonthTable } from './demand-month-table.ts';
import { disputeMonthTable } from './dispute-month-table.ts';
import { petitionScore } from './petition-score.ts';
import { workerStatistics } from './worker-statistics.ts';
import { yearbook } from './yearbook.ts';

/** Every report of 上报, in the order of its list: those of 准入审核 by their numbers, then those of the other ledgers. */
export const REPORTS: readonly ReviewReport[] = [
  ...REVIEW_REPORTS,
  {
    id: 'W-month',
    title: '12345 办理情况统计表',
    rhythm: '每月；各单位按时、超时、未办结',
    usual: 'month',
    build: demandMonthTable,
  },
  {
    id: 'D-month',
    title: '矛盾纠纷排查化解统计表',
    rhythm: '每月；分类型、分社区',
    usual: 'month',
    build: disputeMonthTable,
  },
  {
    id: 'petitionScore',
    title: '信访考核得分表（示例）',
    rhythm: '每年；月、季可看',
    usual: 'year',
    build: petitionScore,
  },
  {
    id: 'workers',
    title: '社区工作者队伍情况统计表',
    rhythm: '随时',
    usual: 'year',
    build: workerStatistics,
  },
  { id: 'yearbook', title: '社区年鉴', rhythm: '每年，一社区一页', usual: 'year', build: yearbook },
];

export const reportById = (id: string): ReviewReport | undefined => REPORTS.find((report) => report.id === id);
