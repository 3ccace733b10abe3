import { describe, expect, test } from 'vitest';
import type { Values } from '../../../shared/kit/values.ts';
import { PETITION_PARAMETERS } from '../../../shared/rules/petition-parameters.ts';
import { ACCEPTED, dueDays, on, RECEIVED, ROUTE_6, readingOf, walk } from './petition-support.ts';
import type { Act } from './walk.ts';

const HANDED_OVER = { ...RECEIVED, source: '信访部门转送' };

describe('notice (第二十三条)', () => {
  test('is due 15 days after receipt, the day of receipt not counted', () => {
    // 2026-01-25 is a Sunday: both days are known.
    expect(readingOf('petitionNotice', RECEIVED, on('2026-01-11'))).toMatchObject({
      dueOn: '2026-01-26',
      restDay: { counted: '2026-01-25', moved: '2026-01-26' },
      used: 1,
      limit: 15,
    });
  });

  test('runs under another name for what was handed over, and is owed until told or passed on', () => {
    expect(dueDays(HANDED_OVER, on('2026-01-12'))).toEqual(['告知接收情况 2026-01-26', '提出异议 2026-01-16']);
    const receipt = (values: Values) =>
      readingOf('petitionReceiptNotice', { ...HANDED_OVER, ...values }, on('2026-02-20'));
    expect(receipt({ acceptedOn: '2026-01-12' })?.level).toBe('red');
    expect(receipt({ acceptedOn: '2026-01-12', notifiedOn: '2026-01-27' })?.level).toBe('missed');
    expect(receipt({ transferredOn: '2026-01-12' })).toMatchObject({ stoppedOn: '2026-01-12', level: 'met' });
  });

  test('is owed to nobody whose name or address is not clear', () => {
    expect(dueDays({ ...RECEIVED, noticeWay: '住址不清不告知' }, on('2026-01-12'))).toEqual([]);
  });

  test('stands still owed after an objection was refused', () => {
    const objected = { ...HANDED_OVER, objectedOn: '2026-01-13', state: 'OBJECTED' };
    expect(readingOf('petitionReceiptNotice', objected, on('2026-02-20'))?.level).toBe('met');
    expect(readingOf('petitionReceiptNotice', { ...objected, state: 'REGISTERED' }, on('2026-02-20'))?.level).toBe(
      'red',
    );
  });
});

describe('objection (第二十三条)', () => {
  test('may be raised within 5 working days, which calendar days would end earlier', () => {
    // Received on Thursday 2026-02-12: 13, Saturday 14 worked, 24, 25, 26.
    const values = { ...HANDED_OVER, receivedOn: '2026-02-12' };
    expect(readingOf('petitionObjection', values, on('2026-02-13'))).toMatchObject({
      dueOn: '2026-02-26',
      unit: 'workingDays',
      left: 4,
    });
  });

  test('lapses unused, and is no limit of what people bring themselves', () => {
    expect(readingOf('petitionObjection', HANDED_OVER, on('2026-01-16'))?.left).toBe(0);
    expect(readingOf('petitionObjection', HANDED_OVER, on('2026-01-19'))).toBeUndefined();
    expect(readingOf('petitionObjection', RECEIVED, on('2026-01-12'))).toBeUndefined();
    const late = { ...HANDED_OVER, objectedOn: '2026-01-19' };
    expect(readingOf('petitionObjection', late, on('2026-01-20'))?.level).toBe('missed');
  });

  test('is late for nothing where nobody objected, however late the matter was accepted or its sender told', () => {
    // Received on Saturday 2026-01-10: 12 to 16 are the five working days.
    const reading = (values: Values) => readingOf('petitionObjection', { ...HANDED_OVER, ...values }, on('2026-01-23'));
    expect(reading({ acceptedOn: '2026-01-20' })).toBeUndefined();
    expect(reading({ acceptedOn: '2026-01-13', notifiedOn: '2026-01-20' })).toMatchObject({
      stoppedOn: '2026-01-13',
      level: 'met',
    });
  });
});

describe('handling (第三十四条)', () => {
  test('60 days from acceptance on 2026-01-10 end on 2026-03-11', () => {
    expect(readingOf('petitionHandling', ACCEPTED, on('2026-01-10'))).toMatchObject({
      dueOn: '2026-03-11',
      limit: 60,
      used: 0,
      left: 60,
      inferred: false,
    });
    expect(readingOf('petitionHandling', ACCEPTED, on('2026-03-11'))?.level).toBe('amber');
    expect(readingOf('petitionHandling', ACCEPTED, on('2026-03-12'))).toMatchObject({ level: 'red', left: -1 });
  });

  test('start at acceptance, not at receipt', () => {
    const later = { ...ACCEPTED, receivedOn: '2026-01-04' };
    expect(readingOf('petitionHandling', later, on('2026-01-11'))?.startedOn).toBe('2026-01-10');
  });

  test.each([
    '①诉讼、复议、检察、公安程序',
    '②仲裁',
    '③党员申诉、复审',
    '④行政复议、裁决、确认、许可、处罚',
    '⑤履行法定职责',
  ])('do not apply to route %s', (route) => {
    expect(readingOf('petitionHandling', { ...ACCEPTED, route }, on('2026-01-11'))).toBeUndefined();
  });

  test('count while the route of what asks for a decision is not noted, and not for suggestions', () => {
    const { route: _, ...unrouted } = ACCEPTED;
    expect(readingOf('petitionHandling', unrouted, on('2026-01-11'))?.dueOn).toBe('2026-03-11');
    expect(readingOf('petitionHandling', { ...unrouted, kind: '建议意见' }, on('2026-01-11'))).toBeUndefined();
    expect(readingOf('petitionHandling', { ...ACCEPTED, kind: '建议意见' }, on('2026-01-11'))).toBeUndefined();
  });

  test('an approved extension sets the last day, and the opinion stops the count', () => {
    const extended = { ...ACCEPTED, extensionTo: '2026-04-10' };
    expect(readingOf('petitionHandling', extended, on('2026-03-20'))).toMatchObject({
      dueOn: '2026-04-10',
      dueWhy: '批准延期',
      limit: 90,
    });
    expect(readingOf('petitionHandling', { ...extended, opinionOn: '2026-04-10' }, on('2026-06-01'))?.level).toBe(
      'met',
    );
    expect(readingOf('petitionHandling', { ...ACCEPTED, opinionOn: '2026-03-12' }, on('2026-06-01'))?.level).toBe(
      'missed',
    );
  });

  test('a matter keeps the limit of the day it was accepted', () => {
    const changed = on('2026-01-20', [
      ['时限', '信访办理', '60', '2022-05-01'],
      ['时限', '信访办理', '45', '2026-01-15'],
    ]);
    expect(readingOf('petitionHandling', ACCEPTED, changed)?.dueOn).toBe('2026-03-11');
    expect(readingOf('petitionHandling', { ...ACCEPTED, acceptedOn: '2026-01-16' }, changed)?.dueOn).toBe('2026-03-02');
  });

  test('are counted in a year without holiday data, and marked', () => {
    const values = { ...ACCEPTED, receivedOn: '2031-03-01', acceptedOn: '2031-03-01' };
    expect(readingOf('petitionHandling', values, on('2031-03-02'))).toMatchObject({
      dueOn: '2031-04-30',
      uncertain: true,
    });
  });
});

describe('review and re-review (第三十五条、第三十六条)', () => {
  const answered = { ...ACCEPTED, opinionOn: '2026-03-01', deliveredOn: '2026-03-03' };

  test('30 days to ask from the delivery of the answer; unasked, the right lapses', () => {
    expect(readingOf('petitionReviewRequest', answered, on('2026-03-04'))).toMatchObject({
      dueOn: '2026-04-02',
      isTheirs: true,
    });
    expect(readingOf('petitionReviewRequest', answered, on('2026-04-03'))).toBeUndefined();
  });

  test('30 days for the opinion from the request', () => {
    const asked = { ...answered, reviewAskedOn: '2026-03-10' };
    expect(readingOf('petitionReview', asked, on('2026-03-11'))).toMatchObject({ dueOn: '2026-04-09', limit: 30 });
  });

  test('30 days to ask again from the opinion, and 30 for the last one, days of a hearing out', () => {
    const reviewed = {
      ...answered,
      reviewAskedOn: '2026-03-10',
      reviewOn: '2026-04-01',
      reviewDeliveredOn: '2026-04-02',
    };
    expect(readingOf('petitionRereviewRequest', reviewed, on('2026-04-03'))?.dueOn).toBe('2026-05-06');
    const asked = { ...reviewed, rereviewAskedOn: '2026-05-11' };
    expect(readingOf('petitionRereview', asked, on('2026-05-12'))?.dueOn).toBe('2026-06-10');
    // A hearing from 20 to 26 May takes seven days out: 06-17.
    const heard = { ...asked, hearingFrom: '2026-05-20', hearingTo: '2026-05-26' };
    expect(readingOf('petitionRereview', heard, on('2026-05-22'))?.level).toBe('paused');
    expect(readingOf('petitionRereview', heard, on('2026-06-01'))).toMatchObject({ dueOn: '2026-06-17', used: 14 });
  });
});

describe('what was withdrawn or not accepted', () => {
  const reviewing = { ...ACCEPTED, opinionOn: '2026-03-01', deliveredOn: '2026-03-03', reviewAskedOn: '2026-03-10' };

  test('owes no opinion on its review or re-review from the day it was withdrawn', () => {
    const withdrawn = { ...reviewing, closedOn: '2026-03-20', state: 'CLOSED' };
    expect(readingOf('petitionReview', withdrawn, on('2026-06-01'))).toMatchObject({
      stoppedOn: '2026-03-20',
      level: 'met',
    });
    const again = { ...reviewing, reviewOn: '2026-04-01', rereviewAskedOn: '2026-04-20', closedOn: '2026-05-08' };
    expect(readingOf('petitionRereview', again, on('2026-07-01'))).toMatchObject({
      stoppedOn: '2026-05-08',
      level: 'met',
    });
  });

  test('still owes it where the street had closed its own part before the review was asked for', () => {
    const closed = { ...reviewing, closedOn: '2026-03-05' };
    expect(readingOf('petitionReview', closed, on('2026-04-10'))).toMatchObject({ dueOn: '2026-04-09', level: 'red' });
  });

  test('owes no simple decision from the day it was declined, passed on or given back', () => {
    const reading = (acts: readonly Act[], values: Values = {}) =>
      readingOf(
        'petitionSimpleDecision',
        walk({ ...RECEIVED, simple: true, ...values }, acts).values,
        on('2026-06-01'),
      );
    const declined: Act = ['decline', '2026-01-13', { reason: '已经复核终结', noticeWay: '书面' }];
    expect(reading([declined])).toMatchObject({ stoppedOn: '2026-01-13', level: 'met' });
    const passedOn: Act = ['transfer', '2026-01-16', { transferredTo: '区住建局' }];
    expect(reading([passedOn])).toMatchObject({ dueOn: '2026-01-14', stoppedOn: '2026-01-16', level: 'missed' });
    const objected: Act = ['object', '2026-01-14', { objectionReason: '属区住建局职权' }];
    expect(reading([objected], { source: '信访部门转送' })).toMatchObject({ stoppedOn: '2026-01-14', level: 'met' });
  });
});

test('simple handling: 3 working days to decide, 10 to answer, marked as not read in a rule', () => {
  const simple = { ...ACCEPTED, simple: true, receivedOn: '2026-03-02', acceptedOn: '2026-03-04' };
  expect(readingOf('petitionSimpleDecision', simple, on('2026-03-05'))).toMatchObject({
    dueOn: '2026-03-05',
    level: 'met',
    inferred: true,
  });
  expect(readingOf('petitionSimpleAnswer', simple, on('2026-03-05'))?.dueOn).toBe('2026-03-18');
  expect(readingOf('petitionSimpleAnswer', ACCEPTED, on('2026-03-05'))).toBeUndefined();
});

test('what was passed on is judged by its 15 days', () => {
  const passed = { ...RECEIVED, transferredOn: '2026-01-27' };
  expect(readingOf('petitionTransfer', passed, on('2026-02-01'))?.level).toBe('missed');
  expect(readingOf('petitionTransfer', RECEIVED, on('2026-02-01'))).toBeUndefined();
});

test('every limit is a dated parameter with its article', () => {
  const limits = PETITION_PARAMETERS.filter(({ group }) => group === '时限');
  expect(limits.map(({ key, value, unit, basis }) => `${key} ${value} ${unit} ${basis}`)).toEqual([
    '信访告知 15 自然日 信访工作条例 第二十三条',
    '转送交办告知 15 自然日 信访工作条例 第二十三条',
    '信访异议 5 工作日 信访工作条例 第二十三条',
    '信访转送 15 自然日 信访工作条例 第二十二条',
    '简易办理决定 3 工作日 信访事项简易办理办法（试行），未核到原文',
    '简易办理答复 10 工作日 信访事项简易办理办法（试行），未核到原文',
    '信访办理 60 自然日 信访工作条例 第三十四条',
    '申请复查 30 自然日 信访工作条例 第三十五条',
    '复查意见 30 自然日 信访工作条例 第三十五条',
    '申请复核 30 自然日 信访工作条例 第三十六条',
    '复核意见 30 自然日 信访工作条例 第三十六条',
    '信访延期 30 自然日 信访工作条例 第三十四条',
    '走访代表 5 人 信访工作条例 第二十条',
  ]);
  expect(ROUTE_6).toBe('⑥信访处理意见书');
});
