import { accessIndicators } from '../access/reports/access-indicators.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { INDICATORS } from '../indicators/indicator-list.ts';
import { ledgers } from '../ledgers/index.ts';
import { foldHeader } from '../workbook/import/header-words.ts';
import { formCounts } from './form-counts.ts';
import { ledgerCounts } from './ledger-counts.ts';

/** An indicator a form may ask for, and the words its headings use for it. */
export type FormMeasure = {
  readonly indicator: Indicator;
  readonly words: readonly string[];
  /** Proposed for a heading that says just these words, never for one that is like them. */
  readonly exactOnly?: true;
};

/** Words of superiors' headings beside the indicator's own title. */
const WORDS: { readonly [indicator: string]: readonly string[] } = {
  HL1: ['派遣数', '派遣总数', '派遣案件总数', '热线派遣', '受理总数', '交办数'],
  HL2: ['按时办结', '按期办结数', '限时办结数'],
  HL3: ['超时办结', '超期办结数', '逾期办结数'],
  HL4: ['未办结', '在办数'],
  HL5: ['退单'],
  HL6: ['办结数', '热线办结', '办结总数'],
  HL7: ['满意', '满意数'],
  HL8: ['基本满意', '基本满意数'],
  HL9: ['不满意', '不满意数'],
  DC1: ['本月矛盾纠纷总数', '纠纷总数', '排查数', '排查总数', '纠纷排查数'],
  DC2: ['化解', '调处成功数', '化解总数', '本月化解纠纷数', '调解成功数'],
  DC3: ['未化解', '本月未化解纠纷数', '未化解纠纷数'],
  'R7.validOpening': ['期初有效', '期初有效数', '期初有效事项'],
  'R7.applied': ['本期申请', '本期申请数', '申请数', '收到申请'],
  'R7.listed': ['清单内备案', '备案数', '清单内备案数'],
  'R7.published': ['首次公布', '公布数'],
  'R7.approved': ['准予', '准予准入', '准予数', '同意准入'],
  'R7.rejected': ['不予准入', '不予', '不予准入数'],
  'R7.withdrawn': ['撤回', '撤回数'],
  'R7.returns': ['退回', '退回次数', '退回补正'],
  'R7.inHandOpening': ['期初在办', '期初在办数'],
  'R7.inHandClosing': ['期末在办', '期末在办数', '在办'],
  'R7.exited': ['退出', '退出数', '本期退出'],
  'R7.validClosing': ['期末有效', '期末有效数', '期末有效事项'],
  'R7.planned': ['应拨经费', '应拨', '应拨付经费'],
  'R7.paid': ['实拨经费', '实拨', '已拨经费', '实际拨付经费'],
  'R7.paidShare': ['到位率', '经费到位率'],
  'R7.satisfaction': ['满意率', '社区满意率'],
  'ledger.relief.in': ['救助户数', '救助人次', '救助户次'],
  'ledger.volunteerRecord.in': ['志愿服务人次', '服务人次'],
  'ledger.meeting.in': ['会议次数', '召开次数', '会议场次'],
  'R7.strays': ['清单外下派', '清单外下派数'],
  'R7.straysRefused': ['拒绝下派', '拒绝数'],
};

const named = (indicator: Indicator): FormMeasure => ({
  indicator,
  words: [...new Set([indicator.title, ...(WORDS[indicator.id] ?? [])].map(foldHeader))],
});

const counts = [...formCounts, ...accessIndicators].map(named);
const rates = INDICATORS.map(named);

/** What every ledger can be counted by; words that mean an indicator of its own stay with that one. */
const derived = ledgers.flatMap(ledgerCounts).map(({ indicator, words }): FormMeasure => {
  const own = [...counts, ...rates].filter((one) => one.indicator.ledger === indicator.ledger);
  const taken = new Set(own.flatMap((one) => one.words));
  const said = [...words, ...(WORDS[indicator.id] ?? [])].map(foldHeader);
  return { indicator, words: [...new Set(said)].filter((word) => !taken.has(word)), exactOnly: true };
});

/**
 * Everything a form may be filled with. The first of a ledger is what a heading counts that names only a kind: counts of
 * monthly tables, then rows and sums of any ledger, then its rates.
 */
export const FORM_MEASURES: readonly FormMeasure[] = [...counts, ...derived, ...rates];

const byId = new Map(FORM_MEASURES.map((measure) => [measure.indicator.id, measure.indicator]));

export const formIndicator = (id: string): Indicator | undefined => byId.get(id);
