import { HOLIDAY_SEED } from '../../deadlines/holiday-seed.ts';
import { holidayRows } from '../../deadlines/working-calendar.ts';
import type { Draft } from '../../history/draft.ts';
import { type Complaint, error, hasError } from '../../kit/complaint.ts';
import { NAME_RULES, RULES_GROUP } from '../../kit/rules-group.ts';
import type { Values } from '../../kit/values.ts';
import { catalogueItem } from '../../ledgers/catalogue-item.ts';
import { certificateItem } from '../../ledgers/certificate-item.ts';
import { DEFAULT_PARAMETERS } from '../../ledgers/default-parameters.ts';
import { department } from '../../ledgers/department.ts';
import { holiday } from '../../ledgers/holiday.ts';
import { organisation } from '../../ledgers/organisation.ts';
import { type ParameterValues, parameter } from '../../ledgers/parameter.ts';
import { GENERAL_PROFILE } from '../review/profile.ts';
import { profileRules } from '../review/profile-rules.ts';
import { barredCertificateValues } from './barred-certificates.ts';
import { type FirstCommunity, type FirstDepartment, readCommunities, readDepartments } from './first-office-lists.ts';
import { starterCatalogueValues } from './starter-catalogue.ts';

/** An office as first start sets it up. Codes are known only to whoever has the list of administrative divisions. */
export type FirstOffice = {
  readonly district: { readonly name: string; readonly code?: string };
  readonly street: { readonly name: string; readonly shortName?: string; readonly code?: string };
  readonly communities: readonly FirstCommunity[];
  readonly departments: readonly FirstDepartment[];
  /** 承办机构 and 审定机构. */
  readonly carryingBody?: string;
  readonly decidingBody?: string;
  /** Name of a review profile; 通用(推定) where absent. */
  readonly profile?: string;
};

/** First start as it is typed: one text a field, lists one line a row. */
export type FirstOfficeForm = {
  readonly district: string;
  readonly street: string;
  readonly streetShort: string;
  readonly carryingBody: string;
  readonly decidingBody: string;
  readonly profile: string;
  readonly communities: string;
  readonly departments: string;
  readonly operator: string;
};

const defaultRule = (key: string): string =>
  DEFAULT_PARAMETERS.find((row) => row.group === RULES_GROUP && row.key === key)?.value ?? '';

/** The form as it first stands: names of bodies and the profile are proposals to be changed. */
export const EMPTY_FIRST_OFFICE: FirstOfficeForm = {
  district: '',
  street: '',
  streetShort: '',
  carryingBody: defaultRule(NAME_RULES.carryingBody),
  decidingBody: defaultRule(NAME_RULES.decidingBody),
  profile: GENERAL_PROFILE.name,
  communities: '',
  departments: '',
  operator: '',
};

/** 示例区滨河街道办事处 → 滨河街道, as papers call it; '' where the name ends in neither 办事处 nor 人民政府. */
export function proposedShortName(street: string, district: string): string {
  const whole = street.trim();
  const stem = whole.replace(/(办事处|人民政府)$/u, '');
  if (stem === whole) return '';
  const upper = district.trim();
  return upper !== '' && stem.startsWith(upper) ? stem.slice(upper.length) : stem;
}

/** 顺河街道 → 顺河街办, the usual way to write it; an office with another one changes it in its rules. */
const proposedOfficeCode = (shortName: string): string => shortName.replace(/街道$/u, '街办');

const NEEDED: readonly (readonly [keyof FirstOfficeForm, string])[] = [
  ['district', '请填写所在的区（县）全称，如“示例区”'],
  ['street', '请填写街道全称，如“示例区滨河街道办事处”'],
  ['carryingBody', '请填写区级承办机构；不清楚的先保留默认值，以后可改'],
  ['decidingBody', '请填写区级审定机构；不清楚的先保留默认值，以后可改'],
  ['communities', '请至少填写一个社区，每行一个'],
  ['operator', '请填写经办人姓名，保存的每一步都记在这个名下'],
];

/**
 * Reads the form. `office` holds whatever can be read, for the preview; it may be written only where no complaint
 * is an error. Departments may be left out: an import registers them as it meets them.
 */
export function readFirstOffice(form: FirstOfficeForm): {
  readonly office: FirstOffice;
  readonly complaints: readonly Complaint[];
} {
  const communities = readCommunities(form.communities);
  const departments = readDepartments(form.departments);
  const shortName = form.streetShort.trim();
  return {
    office: {
      district: { name: form.district.trim() },
      street: { name: form.street.trim(), ...(shortName === '' ? {} : { shortName }) },
      communities: communities.rows,
      departments: departments.rows,
      carryingBody: form.carryingBody.trim(),
      decidingBody: form.decidingBody.trim(),
      profile: form.profile,
    },
    complaints: [
      ...NEEDED.filter(([field]) => form[field].trim() === '').map(([field, message]) =>
        error('first-office/needed', message, field),
      ),
      ...communities.complaints,
      ...departments.complaints,
    ],
  };
}

/** True where the form may be written as it stands. */
export const isReady = (complaints: readonly Complaint[]): boolean => !hasError(complaints);

/** What the clerk typed is the office's own word; what a profile brings along stays an adjustable default. */
function parametersOf(office: FirstOffice): ParameterValues[] {
  const { carryingBody, decidingBody, profile = GENERAL_PROFILE.name, district, street } = office;
  const byProfile = profileRules(profile);
  const officeCode = proposedOfficeCode(street.shortName ?? proposedShortName(street.name, district.name));
  const typed: { readonly [key: string]: string | undefined } = {
    [NAME_RULES.carryingBody]: carryingBody,
    [NAME_RULES.decidingBody]: decidingBody,
  };
  return DEFAULT_PARAMETERS.map((row) => {
    if (row.group !== RULES_GROUP || row.key === undefined) return row;
    const own = typed[row.key];
    if (own !== undefined && own !== row.value) {
      return { ...row, value: own, basis: '首次设置时填写', inferred: false };
    }
    if (row.key === NAME_RULES.officeCode) return officeCode === '' ? row : { ...row, value: officeCode };
    const value = byProfile[row.key];
    return value === undefined || value === row.value ? row : { ...row, value, basis: `按“${profile}”方案` };
  });
}

/**
 * Everything a new office starts with, as drafts of one batch in which parents stand before their children: district,
 * street, communities, departments, dated parameters by the chosen profile, holidays 2024 to 2026, the starter catalogue
 * with its forbidden and local items, and the barred certificates. `newId` names the records others point at.
 */
export function firstOfficeDrafts(office: FirstOffice, newId: () => string): readonly Draft[] {
  const create = (ledger: string, values: Values, id?: string): Draft => ({
    kind: 'create',
    ledger,
    values,
    ...(id === undefined ? {} : { id }),
  });
  const districtId = newId();
  const streetId = newId();
  return [
    create(organisation.id, { level: '区', ...office.district }, districtId),
    create(organisation.id, { level: '街道', ...office.street, parent: districtId }, streetId),
    ...office.communities.map((values) => create(organisation.id, { level: '社区', ...values, parent: streetId })),
    ...office.departments.map((values) => create(department.id, values)),
    ...parametersOf(office).map((values) => create(parameter.id, values)),
    ...holidayRows(HOLIDAY_SEED).map((values) => create(holiday.id, values)),
    ...starterCatalogueValues().map((values) => create(catalogueItem.id, values)),
    ...barredCertificateValues().map((values) => create(certificateItem.id, values)),
  ];
}
