import type { Figure } from '../../../shared/indicators/figure.ts';
import type { Indicator, IndicatorScope } from '../../../shared/indicators/indicator.ts';
import { indicatorById, indicatorsOf } from '../../../shared/indicators/indicator-list.ts';
import { communityFieldOf } from '../../../shared/kit/community-field.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import { exportFileName } from '../../../shared/kit/file-names.ts';
import { grouped } from '../../../shared/kit/grouped.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import { type Period, previousPeriod } from '../../../shared/kit/period.ts';
import { indicatorReport } from '../../../shared/reports/indicator-report.ts';
import { communitiesOn, communityOf } from '../../../shared/rules/communities.ts';
import type { ExportedFile } from '../export/export-session.ts';
import { handedOver } from '../export/handed-over.ts';
import type { TakeOut } from '../export/taking-out.ts';
import { writtenInSlices } from '../export/written-in-slices.ts';
import { Pace } from '../slices.ts';

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
export type IndicatorRow = Omit<Indicator, 'measure' | 'prepare'> & {
  readonly now: FigureView;
  readonly before: FigureView;
};

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
  readonly takeOut: TakeOut;
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

/** Works out in slices what the indicators will look up. */
async function prepared(indicators: readonly Indicator[], scope: IndicatorScope, pace: Pace): Promise<void> {
  for (const prepare of new Set(indicators.map((indicator) => indicator.prepare))) {
    for (const _ of prepare?.(scope) ?? []) if (pace.isDue) await pace.rest();
  }
}

/**
 * Measures indicators beside the records. In slices, because a year of a large ledger takes a while; one context for all of
 * a question, so that every figure of it sees the same records and day.
 */
export function indicatorService({
  context: contextNow,
  ledgerById,
  office,
  now,
  takeOut,
}: IndicatorTarget): IndicatorService {
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
    const indicators = indicatorsOf(question.ledger);
    const measured = async (period: Period): Promise<readonly FigureView[]> => {
      const asked = { ...scope, period, context };
      await prepared(indicators, asked, pace);
      const figures: FigureView[] = [];
      for (const { measure } of indicators) {
        figures.push(viewOf(measure(asked)));
        await pace.rest();
      }
      return figures;
    };
    const now = await measured(question.period);
    const before = await measured(previousPeriod(question.period));
    return indicators.flatMap(({ measure: _, prepare: __, ...indicator }, place) => {
      const [current, previous] = [now[place], before[place]];
      return current && previous ? [{ ...indicator, now: current, before: previous }] : [];
    });
  };

  return {
    indicatorRows,
    communityFigures: async (ledgerId, period) => {
      const context = contextNow();
      const ledger = ledgerById(ledgerId);
      const field = ledger && communityFieldOf(ledger);
      if (field === undefined) return [];
      const pace = new Pace();
      const all = context.records(ledgerId);
      const indicators = indicatorsOf(ledgerId);
      await prepared(indicators, { records: all, period, context }, pace);
      const byCommunity = grouped(all, ({ values }) => communityOf(textIn(values, field), context) ?? '');
      const rows: CommunityFigures[] = [];
      for (const community of communitiesOn(context, period.last)) {
        const records = byCommunity.get(community.id) ?? [];
        const scope = { records, communities: [community.id], period, context };
        const figures: FigureView[] = [];
        for (const { measure } of indicators) {
          figures.push(viewOf(measure(scope)));
          await pace.rest();
        }
        rows.push({ community: community.id, figures });
      }
      return rows;
    },
    figureRecords: async (id, question, part) => {
      const context = contextNow();
      const indicator = indicatorById(id);
      if (!indicator) return [];
      const asked = { ...scopeOf(question, context), period: question.period, context };
      await prepared([indicator], asked, new Pace());
      return idsIn(indicator.measure(asked), part);
    },
    exportIndicators: async (question) => {
      const context = contextNow();
      const { ledger, period, community } = question;
      const title = `${ledgerById(ledger)?.title ?? ledger}指标`;
      await takeOut(`导出指标：${title}（${period.label}）`);
      const whose = community === '' ? office() : context.nameOf('organisation', community);
      const request = { context, period, office: whose, signatures: { filledOn: context.today } };
      const scope = scopeOf(question, context);
      for (const one of [period, previousPeriod(period)])
        await prepared(indicatorsOf(ledger), { ...scope, period: one, context }, new Pace());
      const { model } = indicatorReport(title, indicatorsOf(ledger), scope, request);
      const name = exportFileName(`${title}_${period.label}`, whose, now());
      return handedOver({ name, bytes: await writtenInSlices(model) });
    },
  };
}
