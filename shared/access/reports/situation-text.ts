import { type Figure, figureText } from '../../indicators/figure.ts';
import { documentDate } from '../../kit/document-date.ts';
import { textIn } from '../../kit/field-values.ts';
import type { ReportRequest } from '../../reports/report-table.ts';
import { burdenCounts } from '../burden-counts.ts';
import { balanceInNumbers } from './balance-sheet.ts';
import { BURDEN_ITEM } from './burden-report.ts';
import { type Figures, type Statistics, statisticsOf } from './statistics.ts';

/** A sentence with what it rests on missing says so, instead of printing a dash. */
function rate(figure: Figure | undefined, words: (text: string) => string): string {
  return figure?.value === undefined ? '' : words(figureText(figure));
}

const number = (figures: Figures, id: string): string => {
  const figure = figures[id];
  return figure === undefined ? '—' : figureText(figure);
};

function reviewParagraph(figures: Figures, label: string): string {
  const n = (id: string) => number(figures, id);
  const outcome = `清单内备案 ${n('listed')} 件，准予 ${n('approved')} 件，不予 ${n('rejected')} 件，撤回 ${n('withdrawn')} 件，退回补正和补充论证 ${n('returns')} 次`;
  const time = rate(figures.meanTime, (text) => `从收件到决定平均用时 ${text} 个工作日。`);
  const kept = rate(figures.timeliness, (text) => `按时办结率 ${text}。`);
  return `（一）准入审核。${label}收到各单位准入申请 ${n('applied')} 件，期初在办 ${n('inHandOpening')} 件。${outcome}，期末在办 ${n('inHandClosing')} 件，已准予尚未公布 ${n('unpublishedClosing')} 件。${time}${kept}`;
}

function stockParagraph(figures: Figures): string {
  const n = (id: string) => number(figures, id);
  return `（二）准入事项。期初有效事项 ${n('validOpening')} 项，本期清单内备案 ${n('listed')} 项、清单外首次公布 ${n('published')} 项，退出 ${n('exited')} 项，期末有效事项 ${n('validClosing')} 项。`;
}

function moneyParagraph(figures: Figures): string {
  const money = `应拨经费 ${number(figures, 'planned')} 元，实拨 ${number(figures, 'paid')} 元`;
  const share = rate(figures.paidShare, (text) => `，到位率 ${text}`);
  const pleased = rate(figures.satisfaction, (text) => `社区评议满意率 ${text}。`);
  return `（三）经费和评议。${money}${share}。${pleased === '' ? '本期没有开展社区评议。' : pleased}`;
}

function strayParagraph(figures: Figures, departments: Statistics['departments']): string {
  const senders = departments.filter(({ figures: own }) => (own.strays?.value ?? 0) > 0);
  const most = senders.map(({ department, figures: own }) => `${department} ${number(own, 'strays')} 件`).join('、');
  const detail = most === '' ? '' : `，其中${most}`;
  return `（四）清单外下派。登记清单外下派 ${number(figures, 'strays')} 件${detail}；告知拒绝 ${number(figures, 'straysRefused')} 件。`;
}

function burdenParagraph(request: ReportRequest): string {
  const records = request.context.records(BURDEN_ITEM);
  const boardRecords = records.filter(({ values }) => textIn(values, 'kind') === '牌子');
  const all = burdenCounts(records, request.period).total;
  const boards = burdenCounts(boardRecords, request.period).total;
  const share = rate(all.reduction, (text) => `，减少率 ${text}`);
  const board =
    boards.before.value === 0 ? '' : `其中牌子由 ${figureText(boards.before)} 块减为 ${figureText(boards.after)} 块。`;
  return `（五）减负清理。机构、阵地、任务、评比、系统、证明、台账、牌子、工作群、报表清理前 ${figureText(all.before)} 项，取消 ${figureText(all.cancelled)} 项，合并 ${figureText(all.merged)} 项，新增 ${figureText(all.added)} 项，清理后 ${figureText(all.after)} 项${share}。${board}`;
}

/** Where R7 does not balance the text says so before anybody signs it. */
const warningParagraph = ({ balance }: Statistics): readonly string[] => {
  const failing = balance.filter(({ ok }) => !ok);
  if (failing.length === 0) return [];
  const lines = failing.map((line) => `${line.title}：${balanceInNumbers(line)}`).join('；');
  return [`【核对】统计表不平衡，请先更正后再上报：${lines}。`];
};

/** R14 情况说明: the paragraphs that go with R7 and R8, every number taken from them. The office edits it before it goes out. */
export function situationText(request: ReportRequest): readonly string[] {
  const statistics = statisticsOf(request);
  const { totals, departments } = statistics;
  const { label } = request.period;
  return [
    `${request.office}${label}社区工作事项准入情况说明`,
    ...warningParagraph(statistics),
    reviewParagraph(totals, label),
    stockParagraph(totals),
    moneyParagraph(totals),
    strayParagraph(totals, departments),
    burdenParagraph(request),
    request.office,
    documentDate(request.signatures.filledOn),
  ];
}
