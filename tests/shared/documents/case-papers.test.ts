import { describe, expect, test } from 'vitest';
import { documentTemplate } from '../../../shared/documents/document-templates.ts';
import { documentText } from '../../../shared/documents/document-text.ts';
import { documentComplaints } from '../../../shared/documents/template.ts';
import { wordsForOthers } from '../../../shared/documents/words-for-others.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { demand } from '../../../shared/ledgers/demand.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { petition } from '../../../shared/ledgers/petition.ts';
import { contextOf, record } from '../ledgers/support.ts';

const HEADING = {
  office: '示例区顺河街道办事处',
  number: '顺河街办信告〔2026〕1号',
  on: '2026-01-10',
  district: '区委社会工作部',
  board: '联席会议',
};

const ACCEPTED: Values = {
  petitionNo: 'XF-2026-0001',
  kind: '申诉求决',
  source: '直接提出',
  petitioner: '王小明',
  phone: '13812345678',
  matter: '王小明反映楼上漏水，电话13812345678',
  demand: '要求物业维修并赔偿',
  facts: '2025年12月起漏水，多次找物业未果',
  receivedOn: '2026-01-04',
  acceptedOn: '2026-01-10',
  route: '⑥信访处理意见书',
  dutyUnit: 'u1',
};

const UNIT = record('u1', { name: '顺河街道城建科', shortName: '城建科' });

function contextWith(...petitions: readonly LedgerRecord[]): LedgerContext {
  return { ...contextOf({ department: [UNIT], petition: petitions }), today: '2026-03-14' };
}

function paper(ledger: string, id: string, one: LedgerRecord, context = contextWith(one)) {
  const template = documentTemplate(ledger, id);
  const declared = ledgerById(ledger);
  if (!template || !declared) throw new Error(`no paper ${ledger} ${id}`);
  const complaints = documentComplaints(template, declared, one, context);
  const text = complaints.length > 0 ? '' : documentText(template.build(one, context, HEADING));
  return { text, codes: complaints.map(({ code }) => code) };
}

describe('受理告知书', () => {
  test('says from when, by which article, and the 60th day: 2026-01-10 and 2026-03-11', () => {
    const { text } = paper('petition', 'acceptance-notice', record('p', ACCEPTED));
    expect(text).toContain('王小明：');
    expect(text).toContain('（编号XF-2026-0001），我单位收悉');
    expect(text).toContain('决定自2026年1月10日起予以受理。');
    expect(text).toContain('即于2026年3月11日前出具处理意见；');
  });

  test('an extension that came later does not move the day it told of', () => {
    const extended = record('p', { ...ACCEPTED, extensionTo: '2026-04-10' });
    expect(paper('petition', 'acceptance-notice', extended).text).toContain('即于2026年3月11日前');
  });

  test('other routes follow their own statutes', () => {
    const routed = record('p', { ...ACCEPTED, route: '⑤履行法定职责' });
    expect(paper('petition', 'acceptance-notice', routed).text).toContain('按“履行法定职责”途径办理');
  });

  test('a suggestion has no route and no limit to tell of', () => {
    const { route: _, ...suggested } = ACCEPTED;
    const { text } = paper('petition', 'acceptance-notice', record('p', { ...suggested, kind: '建议意见' }));
    expect(text).toContain('根据《信访工作条例》第二十三条的规定，决定自');
    expect(text).toContain('我单位将依规依法研究办理，并将办理结果告知你。');
    expect(text).not.toContain('途径');
  });

  test('needs the day of acceptance', () => {
    const { acceptedOn: _, ...open } = ACCEPTED;
    expect(paper('petition', 'acceptance-notice', record('p', open)).codes).toEqual(['document/needs']);
  });
});

describe('不予受理（异议）函', () => {
  const { acceptedOn: _, ...registered } = ACCEPTED;

  test('to the body that handed the matter over: an objection without the petitioner’s name', () => {
    const handed = record('p', { ...registered, source: '信访部门转送', objectionReason: '属于区住建局职责' });
    const { text } = paper('petition', 'objection-letter', handed);
    expect(text).toContain('区信访局：');
    expect(text).toContain('根据《信访工作条例》第二十三条的规定，现提出异议');
    expect(text).toContain('属于区住建局职责。');
    expect(text).not.toContain('王小明');
  });

  test('to the petitioner: declined with its reason, and where to go', () => {
    const steps = [
      { id: 's', transition: 'decline', from: 'REGISTERED', to: 'DECLINED', on: '2026-01-08', note: '已经复核终结' },
    ];
    const declined = record('p', { ...registered, steps, transferredTo: '区住建局' });
    const { text } = paper('petition', 'objection-letter', declined);
    expect(text).toContain('不予受理告知书');
    expect(text).toContain('已经复核终结。');
    expect(text).toContain('该事项请向区住建局提出。');
  });

  test('is not made without a reason, nor of what was accepted', () => {
    expect(paper('petition', 'objection-letter', record('p', registered)).codes).toEqual(['document/no-objection']);
    expect(paper('petition', 'objection-letter', record('p', ACCEPTED)).codes).toEqual(['document/accepted']);
  });
});

test('延期告知书: until when and why, against the day it was due', () => {
  const extended = record('p', {
    ...ACCEPTED,
    extensionTo: '2026-04-10',
    extensionReason: '需要鉴定漏水原因',
    extensionApprover: '赵建国',
    extensionApprovedOn: '2026-03-05',
  });
  const { text } = paper('petition', 'extension-notice', extended);
  expect(text).toContain('2026年1月10日受理，应于2026年3月11日前办结。');
  expect(text).toContain('因需要鉴定漏水原因，不能在上述期限内办结');
  expect(text).toContain('办理期限延长至2026年4月10日。');
});

describe('信访事项处理意见书 (条例 第三十二条)', () => {
  const answered = {
    ...ACCEPTED,
    opinionType: '予以支持',
    opinionContent: '物业于三月底前修复；协商赔偿',
    opinionBasis: '《物业管理条例》第三十五条',
  };

  test('holds claim, facts and reasons, opinion, legal basis, and the way to a review', () => {
    const { text } = paper('petition', 'opinion-letter', record('p', answered));
    const lines = text.split('\n');
    expect(lines.filter((line) => /^[一二三四]、/.test(line))).toEqual([
      '一、投诉请求',
      '二、事实和理由',
      '三、处理意见',
      '四、依据',
    ]);
    expect(lines).toContain('请求事实清楚，符合法律、法规、规章或者其他有关规定，予以支持。');
    expect(lines).toContain('物业于三月底前修复；协商赔偿。');
    expect(text).toContain('自收到本意见书之日起三十日内，请求我单位的上一级机关、单位复查。');
  });

  test('bears the number entered with the opinion', () => {
    const numbered = record('p', { ...answered, opinionNo: '顺河街办信复〔2026〕7号' });
    const template = documentTemplate('petition', 'opinion-letter');
    const { number: _, ...unnumbered } = HEADING;
    const model = template?.build(numbered, contextWith(numbered), unnumbered);
    expect(model && documentText(model)).toContain('顺河街办信复〔2026〕7号');
  });

  test('is refused on routes ① to ⑤, and lists what is blank', () => {
    const routed = record('p', { ...answered, route: '②仲裁' });
    expect(paper('petition', 'opinion-letter', routed).codes).toEqual(['document/other-route']);
    expect(paper('petition', 'opinion-letter', record('p', ACCEPTED)).codes).toEqual([
      'document/needs',
      'document/needs',
      'document/needs',
    ]);
  });
});

describe('papers for other units', () => {
  test('催办单 says how late it is and names nobody: three days after 2026-03-11', () => {
    const { text } = paper('petition', 'urge-slip', record('p', { ...ACCEPTED, notifiedOn: '2026-01-10' }));
    expect(text).toContain('顺河街道城建科');
    expect(text).toContain('办理：2026年3月11日');
    expect(text).toContain('已超期 3 天');
    expect(text).toContain('王**反映楼上漏水，电话138****5678');
    expect(text).not.toContain('王小明');
  });

  test('is not made of what is done, nor ever of 检举控告', () => {
    const done = record('p', { ...ACCEPTED, closedOn: '2026-03-01' });
    expect(paper('petition', 'urge-slip', done).codes).toEqual(['document/closed']);
    const accused = record('p', { ...ACCEPTED, kind: '检举控告' });
    expect(paper('petition', 'urge-slip', accused).codes).toEqual(['document/restricted']);
  });

  const order = record('s', {
    supervisionNo: 'DB-2026-0003',
    matter: '王小明家漏水',
    openedOn: '2026-03-12',
    leadUnit: 'u1',
    dueOn: '2026-03-31',
    petition: 'p',
    source: '信访',
  });

  test('督办单 leaves out the names of the petition it came from', () => {
    const { text } = paper('supervision', 'supervision-order', order, contextWith(record('p', ACCEPTED)));
    expect(text).toContain('王**家漏水');
    expect(text).toContain('2026年3月31日');
    expect(text).not.toContain('王小明');
  });

  test('nor is one made from a restricted petition, whether the operator may see it or not', () => {
    const accused = record('p', { ...ACCEPTED, kind: '检举控告' });
    expect(paper('supervision', 'supervision-order', order, contextWith(accused)).codes).toEqual([
      'document/restricted',
    ]);
    expect(paper('supervision', 'supervision-order', order, contextWith()).codes).toEqual(['document/restricted']);
  });

  test('numbers typed into the text are starred as well', () => {
    const typed = record('d', { content: '身份证99031119880905243X，手机13912345678', person: '李' });
    expect(wordsForOthers('content', demand, typed, contextOf())).toBe('身份证990311********243X，手机139****5678');
    expect(wordsForOthers('matter', petition, record('p', { matter: '工单20260105001234567' }), contextOf())).toBe(
      '工单20260105001234567',
    );
  });
});

test('延期告知书 of a demand gives the reason of the extension', () => {
  const steps = [
    { id: 's', transition: 'extend', from: 'ASSIGNED', to: 'ASSIGNED', on: '2026-01-08', note: '配件缺货' },
  ];
  const extended = {
    demandNo: 'SQ-2026-0001',
    person: '李明',
    content: '测试小区3幢电梯停运',
    receivedAt: '2026-01-05T09:12:00+08:00',
    extendedTo: '2026-01-20',
    extensionBy: '赵建国',
    steps,
  };
  const { text } = paper('demand', 'extension-notice', record('d', extended));
  expect(text).toContain('你于2026年1月5日反映的“测试小区3幢电梯停运”（编号SQ-2026-0001）正在办理。');
  expect(text).toContain('因配件缺货，不能在原定期限内办结，经批准，办理期限延长至2026年1月20日');
  expect(paper('demand', 'extension-notice', record('d', { ...extended, anonymous: true })).codes).toEqual([
    'document/anonymous',
  ]);
});
