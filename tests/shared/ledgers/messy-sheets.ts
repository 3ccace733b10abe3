import type { Values } from '../../../shared/kit/values.ts';

/**
 * What communities really send for a ledger, cells parted by |: titles and unit lines above, other people's headings, totals
 * below, dates and words of every kind. Beside it, worked out by hand: what is taken, and what is said of the rest.
 */
export type MessySheet = {
  readonly ledger: string;
  readonly sheet: string;
  /** Values of the rows taken, in order; only the fields named here are compared. */
  readonly taken: readonly Values[];
  /** Why rows are held back: the sheet's own row number and the reason. */
  readonly heldBack?: readonly (readonly [row: number, reason: RegExp])[];
  /** Warnings by code and field. */
  readonly warnings?: { readonly [code: string]: number };
};

export const MESSY_SHEETS: readonly MessySheet[] = [
  {
    ledger: 'relief',
    sheet: `困难群众救助台账
填报单位：晨光社区　　填报日期：2026年2月3日
序号|户主|身份证号码|家庭人口|类别|致困原因|申请日期|公示开始日期|公示结束日期|审批日期|月救助金额|起始月份
1|吴某某|110101199003078515|3|临时|因病|2026.1.6|2026/1/12|2026年1月19日|20260120|3000元|2026.02
2|郑某|110101199003078516|二|城市低保|因残|2026-1-9||||无|
3|钱某某||1|特困人员|无|2026-01-05|||2026-01-04|600|
合计||||||||||3600|`,
    taken: [
      {
        head: '吴某某',
        kind: '临时救助',
        members: 3,
        acceptedOn: '2026-01-06',
        publicFrom: '2026-01-12',
        publicTo: '2026-01-19',
        confirmedOn: '2026-01-20',
        amount: 300_000,
        fromMonth: '2026-02',
      },
    ],
    heldBack: [
      [5, /“二”不是整数/],
      [6, /“无”在“致困原因”一栏没有约定含义/],
    ],
    warnings: { 'resident-id/check headId': 1 },
  },
  {
    ledger: 'wish',
    sheet: `“微心愿”征集认领一览表
单位：东湖社区
编号|类别|姓名|人群类别|联系电话|心愿内容|心愿类型|预算|采集人|采集时间|认领单位/党组织|认领日期|完成日期
1|微心愿|陈某某|儿童|13812345678|一个新书包|物品|120|李敏|2026.1.3|虚构银行|2026.1.8|2026.1.15
2|小诉求小事项|老周|老人|6552181|修一修楼道灯|服务|/|李敏|1月5日|||
3|艰难困苦点|赵某|残疾人||申请辅具|物品|1.2万|王强|2026-01-06|||`,
    taken: [
      {
        level: '微心愿',
        name: '陈某某',
        content: '一个新书包',
        budget: 12_000,
        collectedOn: '2026-01-03',
        claimedOn: '2026-01-08',
        doneOn: '2026-01-15',
      },
      { level: '艰困点', name: '赵某', budget: 1_200_000, collectedOn: '2026-01-06' },
    ],
    heldBack: [[5, /1月5日/]],
  },
  {
    ledger: 'survey',
    sheet: `民意测评批次登记
批次|对象|测评方式|测评日期|截止日期|访问数|接通数|有效问卷|拒访数
2026上半年测评|居民|电话访问|2026.5.10|2026.6.20|620|310|187|96
2026年工单回访|工单诉求人|电话|2026-07-01|2026-07-03|40|50|20|3
2026年驻区单位测评|驻区单位|入户|2026-07-05|2026-07-06|70|60|50|20`,
    taken: [
      { name: '2026上半年测评', mode: '电话', from: '2026-05-10', dialled: 620, valid: 187 },
      { name: '2026年驻区单位测评', mode: '入户', valid: 50, refused: 20 },
    ],
    heldBack: [[4, /接通数 50 多于拨打数 40/]],
    warnings: { 'survey/small valid': 1, 'survey/refused refused': 1 },
  },
  {
    ledger: 'surveyFinding',
    sheet: `测评问题交办整改表
编号|批次|日期|项目|满意情况|所属社区|原因|反馈日期|整改期限|整改情况|回访结果
CP-1|2026上半年测评|2026.6.20|社会治安|不满意|晨光社区|夜间无巡逻|2026-7-1|2026-7-10|已增加巡逻|满意
CP-2|2026上半年测评|2026.6.20|环境卫生|不满意|康平社区||2026-7-1|2026-6-30||`,
    taken: [
      {
        noticeNo: 'CP-1',
        item: '社会治安',
        answer: '不满意',
        reason: '夜间无巡逻',
        noticedOn: '2026-07-01',
        dueOn: '2026-07-10',
        recall: '满意',
      },
    ],
    heldBack: [[4, /整改期限（2026-06-30）不能早于交办日期（2026-07-01）/]],
    warnings: { 'survey/no-reason reason': 1 },
  },
  {
    ledger: 'committeeMember',
    sheet: `社区大党委成员名册
组织|所属社区|姓名|工作单位及职务|职务|单位性质|任职时间|离任时间
大党委|晨光社区|孙某某|虚构银行支行行长|兼职委员|国企|2024.3|
社区大党委|东湖社区|李某|示例小学校长|兼职副书记|学校|2024-03-01|2023-03-01
大党委|康平社区|周某某|虚构物业经理|顾问|物业|2024-03-01|`,
    taken: [],
    heldBack: [
      [3, /2024.3/],
      [4, /离任日期（2023-03-01）不能早于任职日期（2024-03-01）/],
      [5, /顾问/],
    ],
  },
  {
    ledger: 'meeting',
    sheet: `2026年联席会议记录
会议类型|社区|通知日期|会议日期|会议议题|实到人数|应到人数|主持人
社区联合党委|晨光社区|2026-03-01|2026-03-04|老旧小区停车|9|11|张某某
联席会议|东湖社区|2026-03-03|2026-03-04|飞线充电治理|8|9|张某某
党建联席会议|康平社区||2026.3.9|共建项目认领|12|11|`,
    taken: [
      { body: '大党委', heldOn: '2026-03-04', topics: '老旧小区停车', present: 9, expected: 11 },
      { body: '联席会议', topics: '飞线充电治理' },
    ],
    heldBack: [[5, /实到 12 人，多于应到 11 人/]],
    warnings: { 'meeting/notice notifiedOn': 1 },
  },
  {
    ledger: 'offer',
    sheet: `三张清单（需求、资源、项目）
清单|社区|提出单位|需求名称|说明|需求类别|提出日期|截止日期
需求清单|晨光社区|居民代表|老人智能手机课|每月两次|文体|2026.1.5|2026.12.31
资源|晨光社区|虚构银行|银行手机课堂|讲师2名|文体|2026年1月6日|
项目|东湖社区|示例中学|周末自习室||教育|2026-01-08|`,
    taken: [
      { list: '需求', title: '老人智能手机课', field: '文体', publishedOn: '2026-01-05', validTo: '2026-12-31' },
      { list: '资源', owner: '虚构银行', publishedOn: '2026-01-06' },
    ],
    heldBack: [[5, /教育/]],
  },
  {
    ledger: 'match',
    sheet: `供需对接登记
日期|需求|资源|认领方|认领日期|承诺完成日期|完成日期|成效|评价
2026-1-7|老人智能手机课|银行手机课堂|虚构银行|2026-01-08|2026-02-28|2026-02-20|开课4次|满意
2026-1-9|不存在的需求|银行手机课堂|虚构银行||||
2026-1-9|老人智能手机课|银行手机课堂|虚构银行|||2026-03-01||`,
    taken: [{ need: 'need-1', supply: 'supply-1', claimedOn: '2026-01-08', doneOn: '2026-02-20', rating: '满意' }],
    heldBack: [
      [4, /不存在的需求/],
      [5, /还没有认领日期/],
    ],
  },
  {
    ledger: 'doubleRegistration',
    sheet: `在职党员到社区报到一览表
报到主体|姓名|工作单位|社区|报到时间|岗位|特长|电话
党员|钱某某|虚构区直单位|晨光社区|2026.1.3|法律咨询与援助|法律|13900001111
驻区单位党组织|示例小学党支部|示例小学|晨光社区|2026-01-04||||
党员|冯某|虚构区直单位|晨光社区|13月1日|其他||`,
    taken: [
      { kind: '在职党员', name: '钱某某', reportedOn: '2026-01-03', post: '法律咨询与援助' },
      { kind: '单位党组织', name: '示例小学党支部' },
    ],
    heldBack: [[5, /13月1日/]],
    warnings: { 'registration/home home': 2 },
  },
  {
    ledger: 'pairing',
    sheet: `“双结双联”结对情况表
单位|社区|机关支部|院落支部|方式|结对时间|联系党员|结亲户
虚构区直机关|晨光社区|机关一支部|测试小区院落支部|党群结亲|2026.2.1|郝某|郑某
虚构区直机关|东湖社区|机关二支部|湖滨院落支部|联手共建|2026-02-01||`,
    taken: [
      { organ: '虚构区直机关', mode: '党群结亲', pairedOn: '2026-02-01', member: '郝某', household: '郑某' },
      { mode: '联手共建', communityBranch: '湖滨院落支部' },
    ],
    warnings: { 'pairing/project project': 1 },
  },
  {
    ledger: 'partyBranch',
    sheet: `院落党支部、楼栋党小组情况
组织类别|支部名称|社区|上级党组织|书记|联系电话|党员人数|成立时间
小区支部|测试小区院落支部|晨光社区|晨光社区党委|孙某|13800002222|37人|2023.7.1
楼栋小组|3幢党小组|晨光社区|测试小区院落支部|何某||2|2024/5/6
网格支部|第四网格支部|晨光社区|晨光社区党委|韩某||2|2024-05-06`,
    taken: [
      { kind: '院落支部', name: '测试小区院落支部', members: 37, setOn: '2023-07-01' },
      { kind: '楼栋党小组', members: 2 },
      { kind: '网格支部', members: 2 },
    ],
    warnings: { 'branch/members members': 1 },
  },
  {
    ledger: 'newSectorOrganisation',
    sheet: `非公有制企业法人单位党建工作台账
填报日期：2026年3月
类别|企业名称|信用代码|社区|更新日期|是否正常经营|职工数|年营业收入(万元)|党员数|组建方式|指导员|未建党组织原因
企业|虚构科技有限公司|91320311MA1MTESTX2|晨光社区|2026-03-31|是|38|1260.5|2|派驻指导员|孙某某|
企业|示例商贸有限公司|91320311MA1MTEST02|东湖社区|2026-03-31|是|12|300|0|未组建||无党员
社会组织|晨光养老服务中心||晨光社区|2026-03-31|是|4||5|未覆盖||`,
    taken: [
      { name: '虚构科技有限公司', running: true, staff: 38, income: 126_050_000_0, coverage: '工作覆盖' },
      { name: '示例商贸有限公司', coverage: '未覆盖', noReason: '无党员' },
    ],
    heldBack: [[6, /党员 5 名，多于从业人员 4 名/]],
    warnings: { 'credit-code/shape creditCode': 2, 'new-sector/reason noReason': 1 },
  },
  {
    ledger: 'volunteerRecord',
    sheet: `志愿服务时长登记
活动|服务日期|活动地点|社区|组织方|志愿者姓名|时长|服务对象|内容|已录入系统
清洁家园|2026.3.5|测试小区|晨光社区|晨光社区|钱某某|2.5小时|居民|清理楼道|是
清洁家园|2026.3.5|测试小区|晨光社区|晨光社区|冯某|半天|居民|清理楼道|否
清洁家园|2026.3.5|测试小区|晨光社区|晨光社区|韩某|13|居民|清理楼道|否`,
    taken: [
      { activity: '清洁家园', on: '2026-03-05', person: '钱某某', hours: 2.5, synced: true },
      { person: '韩某', hours: 13, synced: false },
    ],
    heldBack: [[4, /“半天”不是数/]],
    warnings: { 'volunteer/long hours': 1, 'volunteer/system synced': 2 },
  },
  {
    ledger: 'socialOrganisation',
    sheet: `社区社会组织备案台账
备案号|队伍名称|类型|社区|成立时间|负责人|电话|人数|党员数|场所面积|活动次数|状态
备2026-02|晨曲健身队|文体活动|晨光社区|2025.10|何某|13800003333|26|4|60.5|12|备案
|阳光花园业主委员会|社区事务|晨光社区|2024-01-05|韩某|13800004444|7|2|||培育中
备2026-03|爱心互助社|公益慈善|东湖社区|2025-12-01|周某|13800005555|9|2|40|5|备案`,
    taken: [
      { name: '阳光花园业主委员会', registration: '培育' },
      { no: '备2026-03', name: '爱心互助社', area: 40, activities: 5, registration: '已备案' },
    ],
    heldBack: [[3, /2025.10/]],
    warnings: { 'social/excluded name': 1 },
  },
  {
    ledger: 'regulation',
    sheet: `规范性文件目录
制度名称|文件类型|文号|起草单位|合法性审核日期|印发日期|公布日期|生效日期|有效期至|状态
垃圾分类管理办法|规范性文件|顺街办〔2026〕3号|城管办|2026-01-30|2026.2.2|2026-02-03|2026-03-01|2031-02-28|现行有效
值班制度|内部制度|顺街办〔2025〕9号|党政办||2025-06-01|2025-06-02|2025-07-01|2025-06-30|有效`,
    taken: [{ docNo: '顺街办〔2026〕3号', signedOn: '2026-02-02', validTo: '2031-02-28', standing: '有效' }],
    heldBack: [[4, /有效期至（2025-06-30）不能早于施行日期（2025-07-01）/]],
  },
  {
    ledger: 'assessmentIndicator',
    sheet: `对街道考核指标清理表
指标名称|类别|下达部门|保留/取消|文件日期|文号|招商引资等经济指标
招商引资到位资金|经济|区商务局|不再考核|2026.3.1|宿办发〔2026〕2号|是
垃圾分类覆盖率|城市管理|区城管局|继续考核|2026-03-01|宿办发〔2026〕2号|否
税收增长率|经济|区税务局|待定|2026-03-01||是`,
    taken: [
      { name: '招商引资到位资金', verdict: '取消', decidedOn: '2026-03-01', economic: true },
      { name: '垃圾分类覆盖率', verdict: '保留', economic: false },
    ],
    heldBack: [[5, /待定/]],
  },
  {
    ledger: 'facility',
    sheet: `技防设施巡查表
单位：晨光社区
编号|安装位置|类型|产权单位|社区|联网情况|检查日期|巡查人|状态|故障|上报日期|修复日期
007|测试小区南门|球机|社区|晨光社区|街道|2026.1.9|王强|图像异常|偏色|2026-1-9|2026-1-13
008|测试小区北门|枪机|公安|晨光社区|公安|2026.1.9|王强|正常|||
009|测试小区3幢|枪机|物业|晨光社区|自建|2026.1.9|王强|离线|||2026-01-08`,
    taken: [
      { no: '007', condition: '图像异常', reportedOn: '2026-01-09', fixedOn: '2026-01-13' },
      { no: '008', condition: '完好' },
      { no: '009', condition: '离线' },
    ],
    warnings: { 'facility/fault fault': 1, 'facility/reported reportedOn': 1 },
  },
  {
    ledger: 'outreach',
    sheet: `宣传信息发布登记
日期|社区|发布渠道|群名|群成员数|类别|标题|数量|阅读量|发布人|审核人
2026.1.11|晨光社区|居民群|示例社区居民1群|480人|反诈|冒充客服提醒|1|320|李敏|王强
2026.1.12|晨光社区|抖音|晨光视频|1,260|活动|元宵灯会预告|0|5600|李敏|王强
小计|||||||1||`,
    taken: [{ on: '2026-01-11', channel: '微信群', followers: 480, kind: '反诈', title: '冒充客服提醒', items: 1 }],
    heldBack: [[4, /条数不能小于 1/]],
  },
];
