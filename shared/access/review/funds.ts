import { type Figure, shareOf } from '../../indicators/figure.ts';
import { type Complaint, error, warning } from '../../kit/complaint.ts';
import { rowsIn, textIn } from '../../kit/field-values.ts';
import { type FieldMap, integer, money, percent, specsOf } from '../../kit/fields.ts';
import { grouped } from '../../kit/grouped.ts';
import type { DerivedFields } from '../../kit/ledger.ts';
import { numberOrZero, sum } from '../../kit/numbers.ts';
import { childPath } from '../../kit/validate.ts';
import type { Day, LedgerRecord, Values } from '../../kit/values.ts';

const MEANING = { ledger: 'application', basis: '到位率 = 实拨 ÷ 应拨，按经费拨付各行合计' };
/** 费随事转: no task without its money. */
export const FUNDS_RULE = '民发〔2015〕136号（费随事转）；自贡市2016年试行办法（未落实权限、经费的可以拒绝）';

/** Funds of one case for one community, in fen. */
export type FundLine = {
  /** '' where the row names none. */
  readonly community: string;
  readonly planned: number;
  readonly paid: number;
  /** 应拨 − 实拨; negative where more came than was promised. */
  readonly gap: number;
  /** 到位率; — where nothing was promised. */
  readonly paidShare: Figure;
  /** Promised for a day that is past, and not all here. */
  readonly late: boolean;
};

/** A row is late once its day is past and less came than was promised. */
const isLate = (row: Values, today: Day): boolean => {
  const planned = textIn(row, 'planDate');
  return planned !== '' && planned < today && numberOrZero(row.paidAmount) < numberOrZero(row.planAmount);
};

/** 经费拨付 of one case, community by community in the order of its rows. */
export function fundLines({ id, values }: LedgerRecord, today: Day): readonly FundLine[] {
  const byCommunity = grouped(rowsIn(values, 'transfers'), (row) => textIn(row, 'community'));
  return [...byCommunity].map(([community, own]) => {
    const planned = own.map((row) => ({ id, amount: numberOrZero(row.planAmount) }));
    const paid = own.map((row) => ({ id, amount: numberOrZero(row.paidAmount) }));
    const share = shareOf(paid, planned, MEANING);
    const [sumPaid, sumPlanned] = [share.numerator ?? 0, share.denominator ?? 0];
    return {
      community,
      planned: sumPlanned,
      paid: sumPaid,
      gap: sumPlanned - sumPaid,
      paidShare: share,
      late: own.some((row) => isLate(row, today)),
    };
  });
}

/** States in which money must have come: from the agreement on. */
const FUNDED_STATES: ReadonlySet<string> = new Set(['AGREED', 'ACTIVE', 'SUSPENDED', 'EVALUATING', 'RENEWING']);

/** 未落实经费，可拒绝: started or about to start, and neither money came nor a reason says none is needed (自贡 2016). */
export function fundsFlag(values: Values, state: string, today: Day): string | undefined {
  if (!FUNDED_STATES.has(state) || textIn(values, 'noFundsReason') !== '') return undefined;
  const rows = rowsIn(values, 'transfers');
  const paid = sum(rows.map((row) => numberOrZero(row.paidAmount)));
  return paid === 0 || rows.some((row) => isLate(row, today)) ? '未落实经费，可拒绝' : undefined;
}

/** What is wrong with the rows of 经费拨付: money that came tomorrow, without a day, or more than was promised. */
export function fundsComplaints(values: Values, today: Day): readonly Complaint[] {
  return rowsIn(values, 'transfers').flatMap((row, place) => {
    const at = (field: string) => childPath('transfers', place, field);
    const found: Complaint[] = [];
    const paidOn = textIn(row, 'paidDate');
    const [planned, paid] = [numberOrZero(row.planAmount), numberOrZero(row.paidAmount)];
    if (paidOn > today) {
      found.push(error('funds/paid-future', `实拨日期 ${paidOn} 还没有到。请填写实际到账的日期。`, at('paidDate')));
    }
    if (paid > 0 && paidOn === '') found.push(warning('funds/paid-date', '实拨日期待补。', at('paidDate')));
    if (row.planAmount !== undefined && paid > planned) {
      found.push(warning('funds/overpaid', '实拨金额大于应拨金额，请核对。', at('paidAmount'), FUNDS_RULE));
    }
    return found;
  });
}

const fields: FieldMap = {
  fundsPlanned: money('应拨合计', '元').automatic(),
  fundsPaid: money('实拨合计', '元').automatic(),
  fundsGap: money('未到位', '元').automatic().help('应拨 − 实拨'),
  fundsShare: percent('到位率').automatic().width(8).help('实拨 ÷ 应拨；没有应拨的为空'),
  lateCommunities: integer('逾期未到位社区').automatic().width(12),
};

/** Computed columns of the money of one case. Blank where no transfer is registered. */
export const fundsDerived: DerivedFields = {
  fields: specsOf(fields),
  compute: (record, context): Values => {
    const lines = fundLines(record, context.today);
    if (lines.length === 0) return {};
    const planned = sum(lines.map((line) => line.planned));
    const paid = sum(lines.map((line) => line.paid));
    return {
      fundsPlanned: planned,
      fundsPaid: paid,
      fundsGap: planned - paid,
      ...(planned === 0 ? {} : { fundsShare: Math.round((paid * 1000) / planned) / 10 }),
      lateCommunities: lines.filter(({ late }) => late).length,
    };
  },
};
