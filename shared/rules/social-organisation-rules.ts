import { type Complaint, warning } from '../kit/complaint.ts';
import { textIn } from '../kit/field-values.ts';
import { type FieldMap, specsOf, text } from '../kit/fields.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import type { SocialOrganisationValues } from '../ledgers/social-organisation.ts';

/** What is no 社区社会组织 (四川省 2023 年社区社会组织分类): bodies of the committee, of owners, of a building, and firms. */
const EXCLUDED: readonly { readonly words: RegExp; readonly what: string }[] = [
  { words: /业主委员会|业委会|物业管理委员会|物管会/, what: '业主委员会' },
  {
    words: /人民调解委员会|治安保卫委员会|公共卫生委员会|居委会|村委会|居务监督|村务监督/,
    what: '居（村）委会工作机构',
  },
  { words: /楼栋|单元|楼道/, what: '楼栋自治组织' },
  { words: /公司|商行|超市|合作社|经营部|个体/, what: '营利组织' },
];

/** Why an organisation of this name does not count, or undefined. */
const excludedAs = (name: string): string | undefined => EXCLUDED.find(({ words }) => words.test(name))?.what;

const fields: FieldMap = { excluded: text('不计入提示').automatic().width(16) };

export const socialOrganisationDerived: DerivedFields = {
  fields: specsOf(fields),
  compute: ({ values }) => {
    const what = excludedAs(textIn(values, 'name'));
    return what === undefined ? {} : { excluded: `疑为${what}` };
  },
};

/** A name that is none of a 社区社会组织, a number that is missing, more party members than members. */
export function socialOrganisationComplaints(values: SocialOrganisationValues): readonly Complaint[] {
  const { name, registration, no, members, partyMembers } = values;
  const complaints: Complaint[] = [];
  const what = excludedAs(name ?? '');
  if (what !== undefined) {
    complaints.push(warning('social/excluded', `名称像${what}，不属于社区社会组织，请确认后再计入`, 'name'));
  }
  if ((registration === '已备案' || registration === '已登记') && no === undefined) {
    complaints.push(warning('social/number', `${registration}的请填写编号`, 'no'));
  }
  if (members !== undefined && partyMembers !== undefined && partyMembers > members) {
    complaints.push(warning('social/party', `党员 ${partyMembers} 名，多于成员 ${members} 名，请核对`, 'partyMembers'));
  }
  return complaints;
}
