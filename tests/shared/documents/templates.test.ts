import { describe, expect, test } from 'vitest';
import { approvalPaper } from '../../../shared/access/reports/approval-form.ts';
import { documentHeading, officeCode } from '../../../shared/documents/document-heading.ts';
import { DOCUMENT_KINDS, type ReviewKind } from '../../../shared/documents/document-kinds.ts';
import type { DocumentModel } from '../../../shared/documents/document-model.ts';
import { documentTemplate, templateKinds } from '../../../shared/documents/document-templates.ts';
import { documentText } from '../../../shared/documents/document-text.ts';
import { documentComplaints } from '../../../shared/documents/template.ts';
import { strayRefusalLetter } from '../../../shared/documents/templates/refusal-letter.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';
import { application } from '../../../shared/ledgers/application.ts';
import { caseContext } from '../access/reports/sample-cases.ts';
import {
  evaluated,
  heading,
  REVIEW_PAPERS,
  received,
  refused,
  SAMPLE_RECORDS,
  sampleDocument,
  supplementing,
  withValues,
} from './sample-documents.ts';

const lines = (model: DocumentModel): readonly string[] => documentText(model).split('\n');

function codes(kind: ReviewKind, record: LedgerRecord): readonly string[] {
  const template = documentTemplate('application', kind);
  return template
    ? documentComplaints(template, application, record, caseContext).map(({ code }) => code)
    : ['no template'];
}

describe('every template', () => {
  test('has a kind of its own, and every kind a template', () => {
    expect(templateKinds().toSorted()).toEqual(Object.keys(DOCUMENT_KINDS).toSorted());
  });

  test.each(REVIEW_PAPERS.map((id) => [id, documentTemplate('application', id)] as const))(
    '%s names fields that exist, says which are blank, and applies to its sample',
    (id, template) => {
      if (!template) throw new Error(`no template ${id}`);
      for (const field of template.neededFields) expect(application.fields).toHaveProperty(field);
      expect(codes(id, SAMPLE_RECORDS[id])).toEqual([]);
      const blank = { id: 'b', rev: '', values: {} };
      const missing = documentComplaints(template, application, blank, caseContext).flatMap(({ code, field }) =>
        code === 'document/needs' ? [field] : [],
      );
      expect(missing).toEqual(template.neededFields);
    },
  );

  test.each(REVIEW_PAPERS)('%s leaves no id, no undefined and no code in its text', (id) => {
    expect(documentText(sampleDocument(id))).not.toMatch(
      /undefined|null|\bd1\b|\bc[123]\b|REJECTED|ACTIVE|。。|：。|，，/,
    );
  });
});

describe('征求社区意见函', () => {
  const text = lines(sampleDocument('opinion-request'));

  test('is a letter: name, number, title, addressees, signature, date, contact', () => {
    expect(text.slice(0, 4)).toEqual([
      '宿豫区示例街道办事处',
      '宿豫街办函〔2026〕12号',
      '关于征求“小区业主大会设立、业主委员会选举指导协助”进社区意见的函',
      '晨光社区、东湖社区、康平社区居民委员会：',
    ]);
    expect(text.slice(-3)).toEqual([
      '宿豫区示例街道办事处',
      '2026年12月18日',
      '（联系人：张某；联系电话：0527-84450001）',
    ]);
  });

  test('says by when, and that silence is not consent', () => {
    expect(text.at(-4)).toContain('请自收到本函之日起5个工作日内');
    expect(text.at(-4)).toContain('逾期未反馈的，如实记为“逾期未反馈”，不视为同意。');
    const asked = withValues({
      ...received.values,
      state: 'COMM_OPINION',
      steps: [{ id: 's', transition: 'askCommunities', from: 'RECEIVED', to: 'COMM_OPINION', on: '2026-12-18' }],
    });
    // 18 December 2026 is a Friday; five working days later is Friday the 25th.
    expect(lines(sampleDocument('opinion-request', asked)).at(-4)).toContain('请于2026年12月25日前');
  });

  test('is refused for emergencies, for decided cases, and where the office has no such step', () => {
    expect(codes('opinion-request', withValues({ ...received.values, term: '突发紧急' }))).toEqual(['document/urgent']);
    expect(codes('opinion-request', withValues({ state: 'ACTIVE' }))).toEqual(['document/wrong-state']);
    const template = documentTemplate('application', 'opinion-request');
    const xicheng = {
      ...caseContext,
      parameter: (_group: string, key: string) => (key === '配置方案' ? '西城式' : undefined),
    };
    expect(template?.appliesTo(received, xicheng).map(({ code }) => code)).toEqual(['document/no-such-step']);
  });
});

describe('一次性补正告知书', () => {
  test('lists what is missing once, numbered, whatever marks the clerk put before', () => {
    const { number: _, ...unnumbered } = heading;
    const text = lines(sampleDocument('supplement-notice', supplementing, unnumbered));
    expect(text[1]).toBe('宿豫街办告〔2026〕3号');
    expect(text.slice(5, 9)).toEqual([
      '1．申请函原件（加盖公章）；',
      '2．法律法规依据的条款原文；',
      '3．经费预算和拨付方式的书面说明。',
      // Told on Monday 23 November, five working days: Monday the 30th.
      '请于2026年11月30日前补正。补正期间不计入审核期限。逾期未补正的，本次申请按撤回处理，可以补齐后重新申请。',
    ]);
    expect(text).toContain('2026年11月23日');
  });

  test('needs the list', () => {
    expect(codes('supplement-notice', withValues({ missingPapers: [] }))).toEqual(['document/no-missing-papers']);
  });
});

describe('清单外事项告知（拒绝）函', () => {
  const text = documentText(sampleDocument('refusal-letter'));

  test('says what came how, and what was found', () => {
    expect(text).toContain(
      '你单位于2026年11月20日以微信群方式要求晨光社区、东湖社区、康平社区办理“商铺经营台账按月统计上报”。',
    );
    expect(text).toContain(
      '该事项不在社区工作事项清单内。申请没有写明法律法规依据。没有落实经费。街道初审不同意：属于部门自身职责，不应转由社区承担。该事项未经准入，社区不予承接，有关报表不予填报，我办不作转办。',
    );
  });

  test('cites the article by the text it was read in, and claims nothing of the revision', () => {
    expect(text).toContain('《中华人民共和国城市居民委员会组织法》（2018年修正文本）第二十条');
    expect(text).toContain('该法已于2025年修订，现行条文序号以修订后的文本为准');
    expect(text).not.toMatch(/2025年修订）?第|依照2025/);
    expect(text).toContain('（民发〔2015〕136号）');
  });

  test('cites the statistics law only where a form lacks its marks', () => {
    expect(text).toContain('第十七条：统计调查表应当标明表号、制定机关、批准或者备案文号、有效期限等标志');
    expect(text).toContain('要求填报的报表没有标明制定机关、批准（备案）文号、有效期限。');
    const marked = { statOrg: '市统计局', statApproval: '宿统〔2026〕1号', statExpiry: '2027-12-31' };
    const complete = withValues({ ...refused.values, ...marked });
    expect(documentText(sampleDocument('refusal-letter', complete))).not.toContain('统计法');
    const expired = withValues({ ...refused.values, ...marked, statExpiry: '2026-06-30' });
    expect(documentText(sampleDocument('refusal-letter', expired))).toContain('要求填报的报表已经超过有效期限。');
    const noForm = withValues({ ...refused.values, itemName: '宠物登记', needReport: false, dutyComm: '入户' });
    const other = documentText(sampleDocument('refusal-letter', noForm));
    expect(other).not.toContain('统计法');
    expect(other).not.toContain('报表不予填报');
  });

  test('tells the decision of the board with its number and reason', () => {
    const decided = withValues({
      ...refused.values,
      decisions: [
        { id: 'z9', kind: '审定', result: '不予', body: '区联席会议', docNo: '示例准入〔2026〕20号', reason: '无依据' },
      ],
    });
    expect(documentText(sampleDocument('refusal-letter', decided))).toContain(
      '区联席会议决定不予准入（示例准入〔2026〕20号）。理由：无依据。',
    );
    expect(documentTemplate('application', 'refusal-letter')?.carries(decided, heading)).toEqual(['z9', 'o9']);
  });

  test('is refused for what is admitted, listed or not yet compared', () => {
    expect(codes('refusal-letter', withValues({ state: 'ACTIVE' }))).toEqual(['document/admitted']);
    expect(codes('refusal-letter', withValues({ state: 'RECEIVED', listMatch: '清单内' }))).toEqual([
      'document/listed',
    ]);
    expect(codes('refusal-letter', withValues({ state: 'RECEIVED', listMatch: '突发紧急' }))).toEqual([
      'document/listed',
    ]);
    expect(codes('refusal-letter', withValues({ state: 'RECEIVED', listMatch: undefined }))).toEqual([
      'document/no-match',
    ]);
    expect(codes('refusal-letter', withValues({ state: 'RECEIVED', listMatch: '命中负面' }))).toEqual([]);
  });

  test('answers a stray task as well', () => {
    const stray = {
      id: 's1',
      rev: '',
      values: {
        date: '2026-12-10',
        channel: '微信群',
        sender: 'd1',
        itemName: '化粪池底数统计',
        targets: ['c1'],
        needReport: true,
        listMatch: '清单外临时',
        letterNo: '宿豫街办函〔2026〕13号',
      },
    };
    const { number: _, ...unnumbered } = heading;
    const letter = documentText(strayRefusalLetter.build(stray, caseContext, unnumbered));
    expect(letter).toContain('宿豫街办函〔2026〕13号');
    expect(letter).toContain('你单位于2026年12月10日以微信群方式要求晨光社区办理“化粪池底数统计”。');
    expect(letter).toContain('没有办理准入申请。');
    expect(letter).toContain('要求填报的报表没有标明表号、制定机关、批准（备案）文号、有效期限。');
  });
});

describe('公布通知', () => {
  test('publishes what was decided, corrections taken in', () => {
    const corrected = withValues({
      state: 'APPROVED',
      corrections: [{ id: 'k1', correctedOn: '2026-12-17', validTo: '2027-11-30', docNo: '更1' }],
    });
    const text = lines(sampleDocument('publication-notice', corrected));
    expect(text).toContain('准入文号\t示例准入〔2026〕12号');
    expect(text).toContain('有效期\t2027年1月1日至2027年11月30日');
    expect(text).toContain('责任部门\t区住建局');
    expect(documentTemplate('application', 'publication-notice')?.carries(corrected, heading)).toEqual(['z1', 'k1']);
  });

  test('needs a decision, and an item that still stands', () => {
    expect(codes('publication-notice', received)).toEqual(['document/not-admitted']);
    expect(codes('publication-notice', withValues({ state: 'EXITED' }))).toEqual(['document/over']);
  });
});

describe('委托协议', () => {
  test('is drawn up from the case before it is signed, and from its row afterwards', () => {
    const draft = lines(sampleDocument('agreement'));
    expect(draft.slice(0, 4)).toEqual([
      '社区工作事项委托协议',
      '协议编号：________________',
      '甲方（委托方）：区住建局',
      '乙方（受托方）：晨光社区居民委员会',
    ]);
    expect(draft).toContain(
      '协议期限：2027年1月5日至2027年6月30日。频次：每年。工作任务量：每个小区约 12 人·天，年内 3 个小区。',
    );
    const agreements = [
      { id: 'g1', agreementNo: 'XY-1', community: 'c1', periodFrom: '2027-01-05', periodTo: '2027-03-31' },
      { id: 'g2', agreementNo: 'XY-2', community: 'c2', signDate: '2026-12-20' },
    ];
    const signed = withValues({ state: 'AGREED', agreements });
    expect(documentText(sampleDocument('agreement', signed))).toContain('乙方（受托方）：东湖社区居民委员会');
    const first = documentText(sampleDocument('agreement', signed, { ...heading, about: 'g1' }));
    expect(first).toContain('协议编号：XY-1');
    expect(first).toContain('协议期限：2027年1月5日至2027年3月31日。');
  });

  test('needs an admitted item', () => {
    expect(codes('agreement', received)).toEqual(['document/not-admitted']);
  });
});

describe('社区评议表', () => {
  test('counts each community and the whole; nobody answered is a dash, not a zero', () => {
    const text = lines(sampleDocument('evaluation-form', evaluated));
    // 30 + 12 of 48 valid votes; 41 + 5 of 50; 88 of 98.
    expect(text).toContain('晨光社区\t50\t30\t12\t6\t2\t87.5%');
    expect(text).toContain('东湖社区\t50\t41\t5\t4\t0\t92.0%');
    expect(text).toContain('康平社区\t\t\t\t\t\t');
    expect(text).toContain('合计\t100\t71\t17\t10\t2\t89.8%');
    expect(text).toContain('评议结论\t☑继续　　□调整　　□退出');
    const counted = withValues({
      state: 'ACTIVE',
      targets: ['c1'],
      evaluations: [
        { id: 'e', community: 'c1', participants: 60, satisfied: 30, fairlySatisfied: 12, dissatisfied: 6 },
      ],
    });
    expect(lines(sampleDocument('evaluation-form', counted))).toContain('晨光社区\t60\t30\t12\t6\t0\t87.5%');
    const silent = withValues({
      state: 'ACTIVE',
      targets: ['c1'],
      evaluations: [{ id: 'e', community: 'c1', satisfied: 0, fairlySatisfied: 0, dissatisfied: 0, noOpinion: 9 }],
    });
    expect(lines(sampleDocument('evaluation-form', silent))).toContain('合计\t9\t0\t0\t0\t9\t—');
  });

  test('needs an item that was started', () => {
    expect(codes('evaluation-form', received)).toEqual(['document/not-running']);
  });
});

describe('退出通知', () => {
  test('says why, by whom and from which day', () => {
    const text = documentText(sampleDocument('exit-notice'));
    expect(text).toContain(
      '区住建局负责的“小区业主大会设立、业主委员会选举指导协助”（准入编号：ZR-2026-0001，准入文号：示例准入〔2026〕12号），因任务完成，经区社区工作事项准入联席会议批准，自2027年6月30日起退出社区。',
    );
    expect(text).toContain('善后交接：业主名册等资料移交区住建局，社区不留存副本。');
  });

  test('needs the exit', () => {
    expect(codes('exit-notice', withValues({}))).toEqual(['document/no-exit']);
  });
});

test('R1 as a page has line for line what R1 as a workbook has', () => {
  const record = SAMPLE_RECORDS['approval-form'];
  const paper = approvalPaper({ record, context: caseContext, office: heading.office, board: heading.board });
  const text = documentText(sampleDocument('approval-form'));
  for (const line of paper.lines) {
    if (line.kind === 'pair') {
      expect(text).toContain(`${line.left.label}\t${line.left.value}\t${line.right.label}\t${line.right.value}`);
    } else if (line.kind === 'wide') expect(text).toContain(`${line.label}\t${line.value}`);
    else expect(text).toContain(`${line.label}\t${line.opinion.text ?? ''}`);
  }
});

describe('the heading', () => {
  test('comes from the organisation tree and the dated parameters', () => {
    const street = { id: 'j', rev: '', values: { level: '街道', name: '豫新街道', phone: '0527-1' } };
    const context = {
      ...caseContext,
      records: (ledger: string) => (ledger === 'organisation' ? [street] : []),
      parameter: (_group: string, key: string) => ({ 发文代字: '宿豫街办', 区级机构名称: '区委社会工作部' })[key],
    };
    expect(documentHeading(context, '2026-12-18')).toEqual({
      office: '豫新街道办事处',
      on: '2026-12-18',
      district: '区委社会工作部',
      board: '区社区工作事项准入联席会议',
      contact: '张某',
      phone: '0527-1',
    });
    expect(officeCode(context, '2026-12-18')).toBe('宿豫街办');
  });

  test('a blank number and a blank day are left for the hand', () => {
    const { number: _, on: __, ...blank } = heading;
    const text = lines(sampleDocument('exit-notice', withValues({ exits: [{ id: 'x', reason: '到期' }] }), blank));
    expect(text[1]).toBe('　　〔　　〕　号');
    expect(text.at(-2)).toBe('　　年　月　日');
  });
});
