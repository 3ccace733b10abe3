/** Group of dated parameters that say by which of several ways, and under what names, an office works. */
export const RULES_GROUP = '规则';

/** Its keys of names, which differ from place to place. */
export const NAME_RULES = {
  /** The district's office that carries the admission, above the street. */
  carryingBody: '区级机构名称',
  /** The district's board that decides. */
  decidingBody: '审定机构名称',
  petitionOffice: '信访工作机构名称',
  /** 发文机关代字, the first part of every document number. */
  officeCode: '发文代字',
} as const;
