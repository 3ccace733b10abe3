import type { Figure } from '../indicators/figure.ts';
import { DACHUAN_SCORING, type ScoreLine, scorePetitions } from '../indicators/petition-scoring.ts';
import { sum } from '../kit/numbers.ts';
import {
  lineNumber,
  type ReportCell,
  type ReportRequest,
  type TracedWorkbook,
  tracedWorkbook,
} from './report-table.ts';

const TITLE = '信访考核得分表（示例：达川区细则）';

/** Points are no count of records; they open what they rest on all the same. */
const points = ({ score, figure }: ScoreLine): Figure | string =>
  score === undefined ? '—' : { value: score, unit: 'mean', ledger: figure.ledger, ids: figure.ids };

const cellsOf = (line: ScoreLine, place: number): readonly ReportCell[] => [
  { ...lineNumber(place, line.figure.ledger, ''), ids: [] },
  line.rule.title,
  `${line.rule.points} 分`,
  points(line),
  line.figure.value === undefined ? '—' : line.figure,
  line.why,
  line.rule.says,
];

/** How one district would score the office, every point explained. An example: other places have other sheets. */
export function petitionScore(request: ReportRequest): TracedWorkbook {
  const lines = scorePetitions(DACHUAN_SCORING, request);
  const total = sum(lines.map(({ score = 0 }) => score));
  const judged = sum(lines.filter(({ score }) => score !== undefined).map(({ rule }) => rule.points));
  const table = {
    title: `${TITLE}（${request.period.label}）`,
    sheetName: '考核得分',
    size: 10.5,
    columns: [
      { label: '序号', width: 6, align: 'center' as const },
      { label: '考核项目', width: 20, align: 'left' as const },
      { label: '满分', width: 8 },
      { label: '得分', width: 8 },
      { label: '数据', width: 9, align: 'right' as const },
      { label: '怎么得出', width: 46, align: 'left' as const },
      { label: '细则原文', width: 40, align: 'left' as const },
    ],
    rows: lines.map(cellsOf),
    totals: [
      '合计',
      undefined,
      `${judged} 分`,
      { value: total, unit: 'mean' as const, ledger: 'petition', ids: [] },
      undefined,
      '满分只计本期有数可评的项目；细则另有不由数据得出的项目，不在此表',
      undefined,
    ],
  };
  return tracedWorkbook(TITLE, [table], request);
}
