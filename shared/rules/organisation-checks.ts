import { type Complaint, error, warning } from '../kit/complaint.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Day } from '../kit/values.ts';
import type { OrganisationValues } from '../ledgers/organisation.ts';
import { UNIT_LEVELS } from './unit-tree.ts';

const rank = (level: unknown): number => (typeof level === 'string' ? UNIT_LEVELS.indexOf(level) : -1);

/** Goes up from the parent; a unit met twice, or the unit itself, closes a circle. */
function parentComplaints(values: OrganisationValues, context: LedgerContext, id: string | undefined): Complaint[] {
  const parent = values.parent === undefined ? undefined : context.record('organisation', values.parent);
  if (parent === undefined) return [];
  const seen = new Set<string | undefined>([id]);
  for (let above: typeof parent | undefined = parent; above; ) {
    if (seen.has(above.id)) {
      return [error('organisation/circle', '上级单位绕回了自己，请改选上级', 'parent')];
    }
    seen.add(above.id);
    const next: unknown = above.values.parent;
    above = typeof next === 'string' ? context.record('organisation', next) : undefined;
  }
  const own = rank(values.level);
  const upper = parent.values.level;
  if (own < 0 || rank(upper) < own) return [];
  const message = `${values.level}的上级不能是${String(upper)}，请选层级更高的单位`;
  return [error('organisation/parent-level', message, 'parent')];
}

/** 6 digits to the county, 3 more to the street, 3 more to the community (县以下行政区划代码编制规则); zeros may fill up to 12. */
const CODE_LENGTHS: { readonly [level: string]: number } = { 区: 6, 街道: 9, 社区: 12 };

function codeComplaints({ level, code: digits }: OrganisationValues): Complaint[] {
  const length = CODE_LENGTHS[level ?? ''];
  if (length === undefined || digits === undefined) return [];
  const full =
    /^\d+$/.test(digits) && (digits.length === length || (digits.length === 12 && /^0*$/.test(digits.slice(length))));
  if (full) return [];
  return [warning('organisation/code', `${level}代码一般为 ${length} 位数字，现为“${digits}”，请核对`, 'code')];
}

function householdComplaints(values: OrganisationValues, context: LedgerContext): Complaint[] {
  if (values.level !== '网格' || values.gridType === '专属网格' || values.households === undefined) return [];
  const on: Day = values.statOn ?? context.today;
  const bound = (key: string) => Number(context.parameter('配备标准', key, on) ?? Number.NaN);
  const fewest = bound('网格户数下限');
  const most = bound('网格户数上限');
  if (!(values.households < fewest) && !(values.households > most)) return [];
  const message = `网格户数 ${values.households} 不在 ${fewest}–${most} 户之间（可在基础参数里调整），请核对`;
  return [warning('organisation/households', message, 'households')];
}

/** Parent of a higher level and no circle; codes and grid sizes out of the usual are said, never refused. */
export const organisationComplaints = (
  values: OrganisationValues,
  context: LedgerContext,
  id?: string,
): readonly Complaint[] => [
  ...parentComplaints(values, context, id),
  ...codeComplaints(values),
  ...householdComplaints(values, context),
];
