import { grouped } from '../../shared/history/grouped.ts';
import type { Figure } from '../../shared/indicators/figure.ts';
import type { Indicator, IndicatorScope } from '../../shared/indicators/indicator.ts';
import { indicatorById, indicatorsOf } from '../../shared/indicators/indicator-list.ts';
import { type Period, previousPeriod } from '../../shared/indicators/period.ts';
import { communityFieldOf } from '../../shared/kit/community-field.ts';
import type { Ledger } from '../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../shared/kit/ledger-context.ts';
import { textIn } from '../../shared/kit/steps.ts';
import { indicatorReport } from '../../shared/reports/indicator-report.ts';
import { communitiesOn, communityOf } from '../../shared/rules/communities.ts';
import { exportFileName } from '../../shared/workbook/ledger-export.ts';
import { writeWorkbook } from '../../shared/workbook/write-workbook.ts';
import type { ExportedFile } from './export-session.ts';
import { Pace } from './slices.ts';

/** What indicators are asked about: a ledger, a period, and one community or all ('' ). */
export type IndicatorQuestion = { readonly ledger: string; readonly period: Period; readonly community: string };

/** Which records of a figure: those of the denominator, those of the numerator, or left out for one reason. */
export type FigurePart = 'all' | 'hits' | `out${number}`;

/** A figure as the page shows it: its numbers, and how many records stand behind each. The ids stay here. */
export type FigureView = Omit<Figure, 'ids' | 'hits' | 'excluded'> & {
  readonly records: number;
  /** Absent where the figure is no rate over records. */
  readonly hits?: number;
  readonly excluded: readonly { readonly why: string; readonly records: number }[];
};

/** An indicator with its figure of the period and of the one before. */
export type IndicatorRow = Omit<Indicator, 'measure'> & { readonly now: FigureView; readonly before: FigureView };

/** The figures of one community, in the order of the ledger's indicators. */
export type CommunityFigures = { readonly community: string; readonly figures: readonly FigureView[] };

export type IndicatorService = {
  readonly indicatorRows: (question: IndicatorQuestion) => Promise<readonly IndicatorRow[]>;
  readonly communityFigures: (ledger: string, period: Period) => Promise<readonly CommunityFigures[]>;
  /** Ids of the records behind a number; [] where the indicator is not known. */
  readonly figureRecords: (
    indicator: string,
    question: IndicatorQuestion,
    part: FigurePart,
  ) => Promise<readonly string[]>;
  readonly exportIndicators: (question: IndicatorQuestion) => Promise<ExportedFile>;
};

export type IndicatorTarget = {
  readonly context: () => LedgerContext;
  readonly ledgerById: (id: string) => Ledger | undefined;
  readonly office: () => string;
  readonly now: () => string;
};

const viewOf = ({ ids, hits, excluded = [], ...numbers }: Figure): FigureView => ({
  ...numbers,
  records: ids.length,
  ...(hits === undefined ? {} : { hits: hits.length }),
  excluded: excluded.map(({ why, ids: left }) => ({ why, records: left.length })),
});

/** Ids a part of a figure stands for. */
function idsIn(figure: Figure, part: FigurePart): readonly string[] {
  if (part === 'all') return figure.ids;
  if (part === 'hits') return figure.hits ?? [];
  return figure.excluded?.[Number(part.slice('out'.length))]?.ids ?? [];
}

/**
 * Measures indicators beside the records. In slices, because a year of a large ledger takes a while; one context for all of
 * a question, so that every figure of it sees the same records and day.
 */
export function indicatorService({ context: contextNow, ledgerById, office, now }: IndicatorTarget): IndicatorService {
  const scopeOf = (
    { ledger: id, community }: Pick<IndicatorQuestion, 'ledger' | 'community'>,
    context: LedgerContext,
  ): Pick<IndicatorScope, 'records' | 'communities'> => {
    const ledger = ledgerById(id);
    const field = ledger && communityFieldOf(ledger);
    const all = context.records(id);
    if (community === '') return { records: all };
    const records =
      field === undefined ? [] : all.filter(({ values }) => communityOf(textIn(values, field), context) === community);
    return { records, communities: [community] };
  };

  const indicatorRows: IndicatorService['indicatorRows'] = async (question) => {
    const context = contextNow();
    const scope = scopeOf(question, context);
    const pace = new Pace();
    const rows: IndicatorRow[] = [];
    for (const { measure, ...indicator } of indicatorsOf(question.ledger)) {
      const [current, before] = [question.period, previousPeriod(question.period)].map((period) =>
        viewOf(measure({ ...scope, period, context })),
      );
      if (current && before) rows.push({ ...indicator, now: current, before });
      await pace.rest();
    }
    return rows;
  };

  return {
    indicatorRows,
    communityFigures: async (ledgerId, period) => {
      const context = contextNow();
      const ledger = ledgerById(ledgerId);
      const field = ledger && communityFieldOf(ledger);
      if (field === undefined) return [];
      const pace = new Pace();
      const byCommunity = grouped(
        context.records(ledgerId),
        ({ values }) => communityOf(textIn(values, field), context) ?? '',
      );
      const rows: CommunityFigures[] = [];
      for (const community of communitiesOn(context, period.last)) {
        const records = byCommunity.get(community.id) ?? [];
        const scope = { records, communities: [community.id], period, context };
        const figures = indicatorsOf(ledgerId).map(({ measure }) => viewOf(measure(scope)));
        rows.push({ community: community.id, figures });
        await pace.rest();
      }
      return rows;
    },
    figureRecords: async (id, question, part) => {
      const context = contextNow();
      const figure = indicatorById(id)?.measure({
        ...scopeOf(question, context),
        period: question.period,
        context,
      });
      return figure === undefined ? [] : idsIn(figure, part);
    },
    exportIndicators: async (question) => {
      const context = contextNow();
      const { ledger, period, community } = question;
      const title = `${ledgerById(ledger)?.title ?? ledger}指标`;
      const whose = community === '' ? office() : context.nameOf('organisation', community);
      const request = { context, period, office: whose, signatures: { filledOn: context.today } };
      const { model } = indicatorReport(title, indicatorsOf(ledger), scopeOf(question, context), request);
      return { name: exportFileName(`${title}_${period.label}`, whose, now()), bytes: writeWorkbook(model) };
    },
  };
}
