import { twoDigits } from '../../kit/numbers.ts';
import type { CatalogueItemValues } from '../../ledgers/catalogue-item.ts';

type Row = readonly [name: string, keywords: string, note?: string];

const WARNS_OF = '-防范-警惕-骗';
const ONLY_HELPS = '-宣传-劝导-劝阻-告知';

const DATA_RUSH = ['突击', '多头', '重复']
  .flatMap((how) => ['报送', '填报', '上报'].map((what) => `${how}+${what}-避免-防止-减少`))
  .join('、');

// Keywords: 、 separates patterns, + words that must all occur, - words that must not. The community as body
// responsible for 执法、拆迁拆违、环境整治、城市管理 is forbidden; spreading the word about them is not.
// biome-ignore format: one item a line, like the printed list
const ROWS: readonly Row[] = [
  ['招商引资任务指标', '招商引资、引资+任务、引资+指标、招商+任务、招商+指标、招商+线索、招商+项目、引进企业'],
  ['协税护税', '协税、护税、税源+采集、税源+排查、税收+任务、税收+指标'],
  ['经济创收', '经济创收、创收、经济指标、集体经济+指标'],
  ['商业保险推销、指标', `商业保险${WARNS_OF}、保险+推销${WARNS_OF}、保险+投保率、保险+投保+任务、保险+投保+指标`],
  ['报刊杂志订阅', '报刊+订阅、报刊+征订、报刊+发行、杂志+订阅、杂志+征订、报纸+订阅、报纸+征订、党报+订阅、党报+征订、党刊+征订'],
  ['政务投诉处理（部门职责事项）', '投诉+答复、投诉+办理、投诉+处理、投诉+处置、工单+办理、工单+答复', '属于部门职责的投诉由部门处理；社区自身的居民诉求不在此列。'],
  ['作为责任主体的执法', `执法+责任主体、执法+负责、执法+包干、执法+任务、行政处罚${ONLY_HELPS}`, '社区不得作为责任主体；协助宣传劝导不在此列。'],
  ['拆迁拆违', `拆迁+负责、拆违+负责、违建+负责+拆除、拆迁${ONLY_HELPS}、拆违${ONLY_HELPS}、征收+签约+任务、违建+拆除${ONLY_HELPS}、违法建设+拆除${ONLY_HELPS}、违章建筑+拆除${ONLY_HELPS}`, '社区不得作为责任主体；协助宣传劝导不在此列。'],
  ['环境整治（责任主体）', '环境整治+责任主体、环境整治+包干、环境整治+责任+限期、环境整治+完成+任务、环境+整治+责任主体', '社区不得作为责任主体；组织居民参与不在此列。'],
  ['城市管理（责任主体）', '城市管理+责任主体、城市管理+包干、城管+责任主体、占道经营+整治+负责、占道经营+取缔、城市管理+任务', '社区不得作为责任主体；发现报告不在此列。'],
  ['中央和省规定之外的“责任状”', '责任状、目标责任书、责任书+签订', '中央和省明文规定的责任状除外，须请部门出示规定。'],
  ['中央和省规定之外的“一票否决”', '一票否决', '中央和省明文规定的除外，须请部门出示规定。'],
  ['“突击”报送、多头报送、重复报送数据材料', DATA_RUSH],
  ['向村（社区）索拿卡要、转嫁费用', '索拿卡要、转嫁+费用、摊派、费用+社区承担、费用+社区自筹、经费+社区自筹'],
];

/** Both texts are the source of the whole list; which of them carries a single item is not told apart. */
const FORBIDDEN_BASIS = '民发〔2015〕136号；湖南省“八个不得”（湘民发〔2020〕41号）';

/** The 14 items that may not be sent into a community, as values of the catalogue ledger (清单类型 负面). */
export function forbiddenItemValues(): readonly CatalogueItemValues[] {
  return ROWS.map(([name, keywords, notes], index) => ({
    code: `FM-${twoDigits(index + 1)}`,
    listType: '负面',
    name,
    basis: FORBIDDEN_BASIS,
    keywords,
    enabled: true,
    version: '2026.1',
    sourceDoc: '民发〔2015〕136号',
    status: '有效',
    ...(notes === undefined ? {} : { notes }),
  }));
}
