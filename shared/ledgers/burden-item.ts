import { afterOf, BURDEN_ACTIONS, BURDEN_KINDS, isPlaced } from '../access/burden-counts.ts';
import { isBlank } from '../kit/blank.ts';
import { type Complaint, error, warning } from '../kit/complaint.ts';
import { defineLedger } from '../kit/define-ledger.ts';
import { attachments, choice, date, department, integer, longText, references, specsOf, text } from '../kit/fields.ts';

const ALIASES: { readonly [kind: string]: readonly string[] } = {
  组织机构: ['工作机构', '机构'],
  工作任务指标: ['工作任务', '任务指标', '工作任务和指标'],
  创建达标评比: ['创建评比', '评比'],
  信息系统: ['社区信息系统', 'APP'],
  证明盖章: ['证明', '盖章'],
  台账: ['工作台账'],
  牌子: ['挂牌', '标牌'],
  工作群: ['微信群', 'QQ群'],
  报表: ['表格', '填报表格'],
};

const fields = {
  kind: choice(
    '类别',
    BURDEN_KINDS.map((value) => ({ value, aliases: ALIASES[value] ?? [] })),
  )
    .key()
    .alias('项目', '清理类别')
    .section('事项')
    .width(16),
  name: text('名称').key().alias('事项名称', '牌子', '牌子名称', '内容').maxLength(80).section('事项').width(28),
  ownerDepartment: department('责任部门').wanted().alias('挂牌部门', '主管部门', '要求部门').section('事项').width(16),
  targets: references('涉及社区', {
    ledger: 'organisation',
    where: { field: 'level', is: ['社区'] },
    allWords: ['各社区', '全部', '全部社区', '所有社区', '全街道'],
  })
    .alias('社区', '所在社区')
    .section('事项')
    .width(20),
  place: text('位置').alias('悬挂位置', '地点').section('事项').help('牌子挂在哪里').width(16),
  before: integer('清理前')
    .alias('清理前数量', '原有数', '原数量')
    .min(0)
    .section('清理')
    .help('组织机构、活动阵地、牌子、工作群按每个社区的数量填，其他按项数填；留空按 1 计')
    .width(8),
  action: choice('处理', [
    '保留',
    { value: '取消', aliases: ['清理', '清除', '拆除', '撤销', '停用', '解散'] },
    { value: '合并', aliases: ['整合', '集成'] },
    '新增',
  ])
    .alias('处理方式', '清理结果')
    .section('清理')
    .help('合并：并入另一项，本项不再单独存在。留空为尚未处理，按保留计')
    .width(8),
  date: date('处理日期').alias('日期', '清理日期').section('清理'),
  added: integer('新增数').min(1).section('清理').help('处理为新增的填写；留空按 1 计').width(8),
  basis: longText('依据').alias('设置依据', '清理依据').nothingMeans('blank').section('清理'),
  photos: attachments('照片').section('清理').help('清理前后的照片'),
  remark: longText('备注').section('清理'),
};

/** 减负清理: what communities had to carry, what became of it, when and on what basis. */
export const burdenItem = defineLedger({
  id: 'burdenItem',
  title: '减负清理',
  noun: '清理事项',
  group: '准入',
  version: 1,
  fields,
  titleField: 'name',
  sameAs: ['kind', 'name', 'ownerDepartment', 'targets', 'place'],
  columns: ['kind', 'name', 'ownerDepartment', 'targets', 'place', 'before', 'action', 'date', 'after', 'basis'],
  sortedBy: { field: 'kind' },
  derived: {
    fields: specsOf({
      after: integer('清理后').automatic().width(8).help('全街道现有数：保留和新增的计入，取消、合并的不计'),
    }),
    compute: ({ values }) => ({ after: afterOf(values) }),
  },
  check: (values, context): readonly Complaint[] => {
    const found: Complaint[] = [];
    const { action, date: on } = values;
    if (action !== undefined && !BURDEN_ACTIONS.some((known) => known === action)) return found;
    if (on !== undefined && on > context.today) {
      found.push(
        error('burden/future', `处理日期 ${on} 还没有到（今天是 ${context.today}）。请填写实际处理的日期。`, 'date'),
      );
    }
    if (action !== undefined && action !== '保留' && on === undefined) {
      found.push(error('burden/date', `处理为“${action}”的，须填写处理日期：统计按它归入报告期。`, 'date'));
    }
    if (on !== undefined && action === undefined) {
      found.push(error('burden/action', '填写了处理日期，没有填写处理。', 'action'));
    }
    if (action === '新增' && (values.before ?? 0) > 0) {
      found.push(error('burden/new-before', '新增的事项清理前没有，请把数量填在“新增数”。', 'before'));
    }
    if (action !== '新增' && values.added !== undefined) {
      found.push(error('burden/added', '只有处理为“新增”的填写新增数。', 'added'));
    }
    if (action === '新增' && isBlank(values.basis)) {
      found.push(warning('burden/new-basis', '减负期间新增的，请写明依据。', 'basis', '民发〔2015〕136号'));
    }
    if (isPlaced(values) && isBlank(values.targets)) {
      found.push(warning('burden/community', '没有写明在哪个社区，只计入全街道，不计入社区。', 'targets'));
    }
    return found;
  },
});
