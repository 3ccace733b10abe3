import type { LedgerContext } from '../kit/ledger-context.ts';
import { type Filter, RECORD_ID } from '../kit/query.ts';
import {
  communitiesWithoutMeeting,
  DISPUTES,
  HOTLINE,
  halfYearWithoutSurvey,
  monthsAround,
  notReported,
  organisationsNotUpdated,
  PETITIONS,
} from '../rules/standing-duties.ts';

/** Something owed that is no single case's limit: how much of it, and the rows its number opens. */
export type Reminder = {
  readonly title: string;
  /** The number with its measure: 12 件. */
  readonly amount: string;
  readonly ledger: string;
  readonly filters: readonly Filter[];
  readonly isLate: boolean;
  readonly basis: string;
};

const CITY_RULE = '超期次日催办，催办后 5 个工作日仍未办结的通报（某市 12345 热线办理办法），天数可在“办理时限”里改';
const MEETING_RULE = '社区大党委每月至少开会一次（锦绣街道）';
const SURVEY_RULE = '满意度测评每半年一次（泗水、淄博）';
const CIRCULAR_RULE = '每月通报（宁国、丰城、镇巴）；在“上报”里登记了就不再提醒';
const YEAR_RULE = '信访工作条例 第三十九条、第四十一条：每年报告、考核；在“上报”里登记了就不再提醒';
const UPDATE_RULE = '两新组织信息库每月更新';

/** What late slips call for, by the words of the list's own column; the numbers are the rows it shows under them. */
export function urgingReminders(urgings: readonly string[]): readonly Reminder[] {
  const countOf = (urging: string) => urgings.filter((one) => one === urging).length;
  return ['应催办', '应通报'].flatMap((urging) => {
    const count = countOf(urging);
    if (count === 0) return [];
    const filters = [{ field: 'urging', is: [urging] }];
    return [
      { title: `${urging}的诉求`, amount: `${count} 件`, ledger: 'demand', filters, isLate: true, basis: CITY_RULE },
    ];
  });
}

const byId = (ids: readonly string[]): readonly Filter[] => [{ field: RECORD_ID, is: ids }];

const REPORTED = [
  { what: '12345 办理情况', told: '通报', of: HOTLINE, basis: CIRCULAR_RULE },
  { what: '矛盾纠纷', told: '通报', of: DISPUTES, basis: CIRCULAR_RULE },
  { what: '信访', told: '年报', of: PETITIONS, basis: YEAR_RULE },
] as const;

/** What superiors have not been told of the last month or year; the number opens what the report is about. */
const reportReminders = (context: LedgerContext): readonly Reminder[] =>
  REPORTED.flatMap(({ what, told, of, basis }) => {
    const { period, count } = notReported(of, context);
    if (count === 0) return [];
    const filters = [{ field: of.on, from: period.first, to: period.last }];
    const title = `${period.label}的${what}${told}还没上报`;
    return [{ title, amount: `${count} 件`, ledger: of.ledger, filters, isLate: false, basis }];
  });

/** What every month, half-year and year asks for, whatever comes in. Nothing is asked of a ledger that nobody keeps here. */
export function standingReminders(context: LedgerContext): readonly Reminder[] {
  const { present, last } = monthsAround(context.today);
  const meetingLine = (title: string, communities: readonly string[], isLate: boolean): readonly Reminder[] =>
    communities.length === 0
      ? []
      : [
          {
            title,
            amount: `${communities.length} 个社区`,
            ledger: 'organisation',
            filters: byId(communities),
            isLate,
            basis: MEETING_RULE,
          },
        ];
  const half = halfYearWithoutSurvey(context, context.today);
  const { all, long } = organisationsNotUpdated(context);
  return [
    ...meetingLine('上月没开大党委会议', communitiesWithoutMeeting(context, last), true),
    ...meetingLine('本月还没开大党委会议', communitiesWithoutMeeting(context, present), false),
    ...(all.length === 0
      ? []
      : [
          {
            title: '本月未更新的两新组织',
            amount: `${all.length} 家`,
            ledger: 'newSectorOrganisation',
            filters: byId(all),
            isLate: long.length > 0,
            basis: UPDATE_RULE,
          },
        ]),
    ...(half === undefined
      ? []
      : [
          {
            title: `${half.label}还没有满意度测评`,
            amount: '以往各次',
            ledger: 'survey',
            filters: [],
            isLate: false,
            basis: SURVEY_RULE,
          },
        ]),
    ...reportReminders(context),
  ];
}
