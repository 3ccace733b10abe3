import { describe, expect, test } from 'vitest';
import { faultOf, lineOf, readLog } from '../../../shared/diagnostics/program-log.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';

/** An error whose words, and whose stack, name a person. */
const named = <Kind extends Error>(fault: Kind, frames: readonly string[]): Kind => {
  fault.stack = [`${fault.name}: ${fault.message}`, ...frames.map((frame) => `    at ${frame}`)].join('\n');
  return fault;
};

describe('what is noted of a fault', () => {
  test('is the code it carries and where, never its words', () => {
    const fault = named(new LedgerError('record/changed', '张三（13800001234）的记录已被改动'), [
      'write (https://street-ledger.app.localhost/assets/index-4f2a.js:12:3456)',
      'C:\\Users\\张三\\StreetLedger\\main.cjs:7:8',
      'Array.map (<anonymous>)',
    ]);
    expect(faultOf(fault)).toEqual({ code: 'record/changed', frames: ['index-4f2a.js:12:3456', 'main.cjs:7:8'] });
  });

  test('is the kind of error where it carries no code, and what the system said', () => {
    expect(faultOf(named(new TypeError('张三 is not a function'), []))).toEqual({ code: 'fault/type-error' });
    const full = Object.assign(named(new Error('C:\\Users\\张三'), []), { code: 'ENOSPC' });
    expect(faultOf(full)).toEqual({ code: 'fault/error', system: 'ENOSPC' });
  });

  test.each([['张三'], [undefined], [{ code: 'a/b' }]])('is nothing of %s, which is no error', (thrown) => {
    expect(faultOf(thrown)).toEqual({ code: 'fault/not-an-error' });
  });

  test('is no words that stand in the place of a code or a file', () => {
    const fault = Object.assign(named(new Error(''), ['读 (张三的表.js:1:2)', 'at 13800001234']), {
      code: '张三/李四',
    });
    expect(faultOf(fault)).toEqual({ code: 'fault/error' });
  });
});

test('a log is read as far as its lines are what the program writes', () => {
  const line = { at: '2026-01-05T09:41:07+08:00', from: 'page', version: '0.1.0', code: 'fault/error' } as const;
  const spoilt = [
    '张三 13800001234',
    JSON.stringify({ ...line, message: '张三' }),
    JSON.stringify({ ...line, code: '张三' }),
    JSON.stringify({ ...line, frames: ['/home/zhangsan/index.js:1:2'] }),
    lineOf(line).slice(0, 20),
  ];
  expect(readLog([lineOf(line).trim(), ...spoilt, lineOf(line)].join('\n'))).toEqual([line, line]);
});
