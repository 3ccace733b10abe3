import { describe, expect, test } from 'vitest';
import {
  blankNumber,
  documentNumberComplaints,
  formatDocumentNumber,
  nextDocumentNumber,
  numbersIn,
  parseDocumentNumber,
} from '../../../shared/documents/document-number.ts';
import { fc } from '../../properties.ts';

const NONE: ReadonlySet<string> = new Set();
const codes = (text: string, on = '2026-05-06', used = NONE) =>
  documentNumberComplaints(text, on, used).map(({ code }) => code);

describe('发文字号', () => {
  test('is written with six-corner brackets, the full year and no leading zero', () => {
    expect(formatDocumentNumber({ code: '宿豫街办', year: 2026, serial: 12 })).toBe('宿豫街办〔2026〕12号');
    expect(parseDocumentNumber('宿豫街办〔2026〕12号')).toEqual({ code: '宿豫街办', year: 2026, serial: 12 });
    expect('〔'.codePointAt(0)).toBe(0x3014);
    expect('〕'.codePointAt(0)).toBe(0x3015);
  });

  test.each([
    '宿豫街办[2026]12号',
    '宿豫街办（2026）12号',
    '宿豫街办【2026】第12号',
    '宿豫街办〔2026〕第12号',
    '宿豫街办〔2026〕012号',
    '宿豫街办〔26〕12号',
    '宿豫街办 〔2026〕 12 号',
  ])('%s is refused with the form it should have', (text) => {
    expect(parseDocumentNumber(text)).toBeUndefined();
    const [complaint] = documentNumberComplaints(text, '2026-05-06', NONE);
    expect(complaint?.code).toBe('document/number-form');
    expect(complaint?.message).toContain('应写作“宿豫街办〔2026〕12号”');
  });

  test('what is no number at all gets the pattern, not a guess', () => {
    expect(documentNumberComplaints('待定', '2026-05-06', NONE)[0]?.message).toContain('应写作“机关代字〔2026〕12号”');
    expect(codes('宿豫街办〔2026〕0号')).toEqual(['document/number-form']);
  });

  test('the year is that of the day, and a number is used once', () => {
    expect(codes('宿豫街办〔2026〕12号')).toEqual([]);
    expect(codes('宿豫街办〔2025〕12号')).toEqual(['document/number-year']);
    expect(codes('宿豫街办〔2026〕12号', '2026-05-06', new Set(['宿豫街办〔2026〕12号']))).toEqual([
      'document/number-used',
    ]);
  });

  test('the next one follows the highest of its code and year; gaps stay gaps', () => {
    const used = [
      '宿豫街办〔2026〕1号',
      '宿豫街办〔2026〕9号',
      '宿豫街办函〔2026〕30号',
      '宿豫街办〔2025〕88号',
      '口头',
    ];
    expect(nextDocumentNumber('宿豫街办', 2026, used)).toBe('宿豫街办〔2026〕10号');
    expect(nextDocumentNumber('宿豫街办函', 2026, used)).toBe('宿豫街办函〔2026〕31号');
    expect(nextDocumentNumber('宿豫街办', 2027, used)).toBe('宿豫街办〔2027〕1号');
  });

  test('what was written is read back, whatever the code', () => {
    const code = fc.stringMatching(/^[一-龥]{1,8}$/);
    fc.assert(
      fc.property(
        code,
        fc.integer({ min: 2000, max: 2099 }),
        fc.integer({ min: 1, max: 9999 }),
        (code, year, serial) => {
          expect(parseDocumentNumber(formatDocumentNumber({ code, year, serial }))).toEqual({ code, year, serial });
        },
      ),
    );
  });

  test('numbers are found wherever they stand in a record', () => {
    const values = {
      itemName: '宿豫街办〔2026〕12号',
      remark: '见宿豫街办〔2026〕13号文',
      attachments: [{ hash: 'h', name: '宿豫街办〔2026〕14号', size: 1 }],
      exits: [{ id: 'x', docNo: '宿豫街办〔2026〕15号' }],
    };
    expect([...numbersIn(values)]).toEqual(['宿豫街办〔2026〕12号', '宿豫街办〔2026〕15号']);
  });

  test('a hand fills in what is not known', () => {
    expect(blankNumber('宿豫街办', 2026)).toBe('宿豫街办〔2026〕　号');
    expect(blankNumber('', undefined)).toBe('　　〔　　〕　号');
  });
});
