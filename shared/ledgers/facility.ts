import { defineLedger } from '../kit/define-ledger.ts';
import { attachments, choice, code, date, integer, text, unit, type ValuesOf } from '../kit/fields.ts';
import { facilityClocks, facilityComplaints, facilityDerived } from '../rules/facility-rules.ts';

const fields = {
  no: code('点位编号').wanted().alias('编号', '设备编号').section('点位').width(14),
  name: text('点位名称').key().alias('名称', '安装位置', '位置').section('点位').width(20),
  kind: choice('设备类型', [
    '枪机',
    '球机',
    '人脸',
    '车牌',
    '高空抛物',
    '门禁',
    { value: '一键报警', aliases: ['报警柱'] },
    '烟感',
    '其他',
  ])
    .wanted()
    .alias('类型')
    .section('点位')
    .width(10),
  owner: choice('产权', ['公安', '街道', '社区', '物业', '单位']).wanted().alias('产权单位').section('点位').width(8),
  place: unit('所属社区、小区、网格', '社区', '小区', '网格')
    .wanted()
    .alias('所属社区', '所属小区', '社区', '小区')
    .section('点位')
    .width(14),
  network: choice('联网', ['公安', '街道', '自建', '未联网']).wanted().alias('联网情况').section('点位').width(8),
  installedOn: date('安装日期').section('点位'),
  warrantyTo: date('质保到期').notBefore('installedOn').section('点位'),
  checkedOn: date('巡查日期').key().alias('检查日期').section('巡查'),
  checker: text('巡查人').wanted().section('巡查').width(10),
  condition: choice('设备状态', [
    { value: '完好', aliases: ['正常', '在线'] },
    '离线',
    { value: '图像异常', aliases: ['图像模糊', '异常'] },
    '遮挡',
    '停用',
    '待报废',
  ])
    .wanted()
    .alias('状态')
    .section('巡查')
    .width(10),
  fault: text('故障现象').alias('故障').section('巡查').width(16),
  reportedOn: date('报修日期').alias('上报日期').section('巡查'),
  fixedOn: date('修复日期').notBefore('reportedOn').section('巡查'),
  hoursDue: integer('应运行小时').min(0).section('运行').width(10).help('统计期内理论在线时长，算时长完好率用'),
  hoursUp: integer('实际运行小时').min(0).section('运行').width(10),
  photos: attachments('照片').section('运行'),
  remark: text('备注').section('运行').width(16),
};

export type FacilityValues = ValuesOf<typeof fields>;

/** 技防设施台账: one row a point, as the last round found it. The street cannot see the police platform; it records its own rounds. */
export const facility = defineLedger({
  id: 'facility',
  title: '技防设施',
  noun: '点位',
  group: '场所',
  version: 1,
  fields,
  titleField: 'name',
  foreignNumber: 'no',
  sameAs: ['name', 'place'],
  columns: ['no', 'name', 'kind', 'owner', 'place', 'condition', 'checkedOn', 'fault', 'outDays'],
  sortedBy: { field: 'no' },
  derived: facilityDerived,
  clocks: facilityClocks,
  check: facilityComplaints,
});
