import { isBlank } from '../kit/blank.ts';
import { type Complaint, error, warning } from '../kit/complaint.ts';
import { isDay } from '../kit/day.ts';
import { textIn } from '../kit/field-values.ts';
import { type FieldMap, specsOf, text, yesNo } from '../kit/fields.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { numberOrZero } from '../kit/numbers.ts';
import { periodOf } from '../kit/period.ts';
import type { Day, Values } from '../kit/values.ts';
import type { NewSectorOrganisationValues } from '../ledgers/new-sector-organisation.ts';

const LEDGER = 'newSectorOrganisation';

/** 三有: a fixed place, ten people and business of its own (中国组织人事报). */
const LEAST_STAFF = 10;
/** 规上: 2000 万元 a year, in fen, or a hundred people (临沂 2020). */
const LARGE_INCOME = 200_000_000_00;
const LARGE_STAFF = 100;
/** Three full members build a branch of their own, near fifty a general branch, near a hundred a committee. */
const LEAST_MEMBERS = 3;

const membersOf = (values: Values): number => numberOrZero(values.membersFull) + numberOrZero(values.membersPart);

const isThreeHave = ({ hasPlace, hasBusiness, staff }: Values): boolean =>
  hasPlace === true && hasBusiness === true && numberOrZero(staff) >= LEAST_STAFF;

/** What the numbers ask for and is not there: 应单独组建 and so on; '' where they ask for nothing. */
function shouldBuild(values: Values): string {
  const members = membersOf(values);
  const coverage = textIn(values, 'coverage');
  if (members >= 100) return '应建党委';
  if (members >= 50) return '应建党总支';
  if (members >= LEAST_MEMBERS) return coverage === '单独组建' ? '' : '应单独组建';
  if (numberOrZero(values.staff) >= 100) return coverage === '联合组建' ? '' : '百人以上应有组织';
  return numberOrZero(values.staff) >= 50 && members === 0 ? '五十人以上应有党员' : '';
}

const fields: FieldMap = {
  threeHave: yesNo('三有').automatic().help('有固定经营场所、10 人以上员工、有生产经营活动'),
  large: yesNo('规模以上').automatic().help('年营业收入 2000 万元以上，或员工 100 人以上（临沂 2020 年口径）'),
  shouldBuild: text('应建提示')
    .automatic()
    .width(18)
    .help('正式党员 3 名以上应单独组建；接近 50 名党总支，接近 100 名党委'),
  stale: text('更新提示').automatic().width(14).help('信息库每月更新；仍在运营的，统计日期不在本月即提示'),
};

/** Months since the numbers of an organisation that still runs were counted: 两新信息库 is kept up every month. */
export function staleMonths({ running, countedOn }: Values, today: Day): number {
  const counted = typeof countedOn === 'string' ? countedOn : '';
  if (running === false || counted === '') return 0;
  const months = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return Math.max(0, months(today) - months(counted));
}

function staleness(values: Values, today: Day): string {
  const since = staleMonths(values, today);
  return since === 0 ? '' : since === 1 ? '本月未更新' : `${since} 个月未更新`;
}

export const newSectorDerived: DerivedFields = {
  fields: specsOf(fields),
  compute: ({ values }, { today }) => {
    const hint = shouldBuild(values);
    const stale = staleness(values, today);
    return {
      threeHave: isThreeHave(values),
      large: numberOrZero(values.income) >= LARGE_INCOME || numberOrZero(values.staff) >= LARGE_STAFF,
      ...(hint === '' ? {} : { shouldBuild: hint }),
      ...(stale === '' ? {} : { stale }),
    };
  },
};

/** What is handed up twice a year at the latest, by the words of the ledger. */
const REPORTED = [
  ['running', '是否实体运营'],
  ['staff', '从业人员数'],
  ['membersFull', '专职党员数'],
  ['membersPart', '兼职党员数'],
  ['coverage', '覆盖方式'],
] as const;

/**
 * 变更说明: a value that stood in a half-year already reported is changed only with a word of why (临沂 2020：台账附变更说明上报).
 * The day the numbers were counted on says which half-year they were reported in.
 */
function changeComplaints(values: Values, context: LedgerContext, id: string | undefined): readonly Complaint[] {
  const before = id === undefined ? undefined : context.records(LEDGER).find((one) => one.id === id)?.values;
  const countedOn = before === undefined ? '' : textIn(before, 'countedOn');
  if (before === undefined || !isDay(countedOn)) return [];
  const half = periodOf('halfYear', countedOn);
  const changed = REPORTED.filter(([field]) => !isBlank(before[field]) && before[field] !== values[field]);
  const isExplained = !isBlank(values.change) && values.change !== before.change;
  if (half.last >= context.today || changed.length === 0 || isExplained) return [];
  const what = changed.map(([, label]) => label).join('、');
  return [warning('new-sector/change', `${half.label}已上报的${what}有变化，请在变更说明里写明变化和原因`, 'change')];
}

/** Covered by an organisation names it, covered by a guide names the guide, not covered says why. */
export function newSectorComplaints(
  values: NewSectorOrganisationValues,
  context: LedgerContext,
  id?: string,
): readonly Complaint[] {
  const { coverage, partyName, guide, noReason, staff } = values;
  const complaints: Complaint[] = [];
  const organised = coverage === '单独组建' || coverage === '联合组建';
  if (organised && partyName === undefined) {
    complaints.push(warning('new-sector/party', '已组建的请写明党组织名称', 'partyName'));
  }
  if (coverage === '工作覆盖' && guide === undefined) {
    complaints.push(warning('new-sector/guide', '工作覆盖的请写明党建指导员', 'guide'));
  }
  if (coverage === '未覆盖' && noReason === undefined) {
    complaints.push(warning('new-sector/reason', '未覆盖的请写明未建原因', 'noReason'));
  }
  if (staff !== undefined && membersOf(values) > staff) {
    complaints.push(
      error('new-sector/members', `党员 ${membersOf(values)} 名，多于从业人员 ${staff} 名。请核对。`, 'membersFull'),
    );
  }
  if (coverage === '单独组建' && membersOf(values) < LEAST_MEMBERS) {
    complaints.push(warning('new-sector/few', `党员不足 ${LEAST_MEMBERS} 名，一般联合组建，请核对`, 'coverage'));
  }
  return [...complaints, ...changeComplaints(values, context, id)];
}
