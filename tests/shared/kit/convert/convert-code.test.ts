import { describe, expect, test } from 'vitest';
import { convertCell } from '../../../../shared/kit/convert/convert-cell.ts';
import { convertText } from '../../../../shared/kit/convert/convert-text.ts';
import { code, creditCode, longText, phone, residentId, text } from '../../../../shared/kit/fields.ts';
import { residentIdCheck } from '../../../../shared/kit/resident-id.ts';
import { fc } from '../../../properties.ts';
import { plainLookup, typed } from './lookup.ts';

const id = residentId('身份证号');
const cellCode = (number: number, field: typeof id) =>
  convertCell({ kind: 'number', number }, field.spec, plainLookup).complaints[0]?.code;

describe('resident ID numbers', () => {
  test('a sound number stays as it is, x becomes X', () => {
    expect(convertText('990311199605273358', id.spec, plainLookup)).toEqual({
      value: '990311199605273358',
      complaints: [],
    });
    expect(typed('99031119880905243x', id)).toBe('99031119880905243X');
  });

  test('blanks and full-width marks go, and that is said', () => {
    const conversion = convertText(' 990311199710087186　', id.spec, plainLookup);
    expect(conversion.value).toBe('990311199710087186');
    expect(conversion.changed).toContain('990311199710087186');
    expect(typed('９９０３１１１９９７１００８７１８６', id)).toBe('990311199710087186');
    expect(typed('990311 19971008 7186', id)).toBe('990311199710087186');
  });

  test('a wrong check digit, an impossible birthday and 15 digits are warnings', () => {
    expect(typed('990311199710087187', id)).toEqual(['990311199710087187', 'resident-id/check']);
    expect(typed('990311199702307186', id)).toEqual(['990311199702307186', 'resident-id/check']);
    expect(typed('990311880905243', id)).toEqual(['990311880905243', 'resident-id/fifteen']);
    expect(typed('99031119971008718', id)).toBe('resident-id/shape');
    expect(typed('990311********7186', id)).toBe('resident-id/shape');
    expect(typed('不详', id)).toBe('resident-id/shape');
  });

  test('a number a spreadsheet destroyed is an error with its reason', () => {
    expect(cellCode(990311196811222000, id)).toBe('number/destroyed');
    expect(typed('9.90311E+17', id)).toBe('number/destroyed');
    expect(typed('990311196811222000', id)).toBe('number/destroyed');
    const message = convertText('9.90311E+17', id.spec, plainLookup).complaints[0]?.message;
    expect(message).toMatch(/^原表已损坏,请重新取数/);
    expect(convertCell({ kind: 'number', number: 990311880905243 }, id.spec, plainLookup).value).toBe(
      '990311880905243',
    );
  });

  test('any one wrong digit is noticed', () => {
    const born = fc.integer({ min: 1, max: 28 }).map((date) => `199705${String(date).padStart(2, '0')}`);
    const sequence = fc.integer({ min: 1, max: 998 }).map((number) => String(number).padStart(3, '0'));
    fc.assert(
      fc.property(
        born,
        sequence,
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 1, max: 9 }),
        (day, tail, at, by) => {
          const first17 = `990311${day}${tail}`;
          const sound = first17 + residentIdCheck(first17);
          expect(typed(sound, id)).toBe(sound);
          const wrong = sound.slice(0, at) + ((Number(sound[at]) + by) % 10) + sound.slice(at + 1);
          expect(typed(wrong, id)).not.toBe(wrong);
        },
      ),
    );
  });
});

describe('phones, credit codes, codes', () => {
  test.each(['13800138000\n13900139000', '13800138000 13900139000', '13800138000、\r\n13900139000'])(
    'two phones in one cell stay two: %j',
    (raw) => {
      expect(convertText(raw, phone('联系电话').spec, plainLookup)).toMatchObject({
        value: '13800138000、13900139000',
        complaints: [],
      });
    },
  );

  test('phones are text', () => {
    const tel = phone('联系电话');
    expect(convertCell({ kind: 'number', number: 15400000714 }, tel.spec, plainLookup)).toEqual({
      value: '15400000714',
      complaints: [],
    });
    for (const raw of ['13812345678', '0527-84351234', '84351234', '12345', '0527-84351234-801', '+8613812345678']) {
      expect(typed(raw, tel), raw).toBe(raw);
    }
    expect(typed('138 1234 5678', tel)).toBe('13812345678');
    expect(typed('13812345678、84351234', tel)).toBe('13812345678、84351234');
    expect(typed('1381234567', tel)).toEqual(['1381234567', 'phone/shape']);
    expect(typed('打不通', tel)).toBe('phone/no-digits');
    for (const none of ['无电话', '不详', '/', '无']) expect(typed(none, tel), none).toBeUndefined();
    expect(typed('13812345678.0', tel)).toBe('13812345678');
    expect(typed("'13812345678", tel)).toBe('13812345678');
    expect(typed('138 0013 8000', tel)).toBe('13800138000');
    expect(typed('138-0013-8000', tel)).toBe('13800138000');
    expect(typed('138 1234 567', tel)).toEqual(['1381234567', 'phone/shape']);
    expect(typed('1.38123E+10', tel)).toBe('number/destroyed');
  });

  test('credit codes: a wrong character is a warning', () => {
    const credit = creditCode('统一社会信用代码');
    expect(typed('91350100M000100Y43', credit)).toBe('91350100M000100Y43');
    expect(typed('91350100m000100y43', credit)).toBe('91350100M000100Y43');
    expect(typed('91350100M000100Y44', credit)).toEqual(['91350100M000100Y44', 'credit-code/check']);
    expect(typed('91350100I000100Y43', credit)).toEqual(['91350100I000100Y43', 'credit-code/shape']);
    expect(typed('320000000012345', credit)).toEqual(['320000000012345', 'credit-code/shape']);
  });

  test('codes keep leading zeros and their inner blanks', () => {
    const number = code('工单编号');
    expect(typed('001', number)).toBe('001');
    expect(typed('００１', number)).toBe('001');
    expect(typed('东湖 2026090001', number)).toBe('东湖 2026090001');
    expect(convertCell({ kind: 'number', number: 321311001001 }, number.spec, plainLookup).value).toBe('321311001001');
    expect(
      convertCell({ kind: 'number', number: 6222021234567890000 }, number.spec, plainLookup).value,
    ).toBeUndefined();
  });
});

describe('names and free text', () => {
  test('names stay mark by mark, rare characters whole', () => {
    expect(typed('孔𫖯')).toBe('孔𫖯');
    expect(typed('张　三')).toBe('张　三');
    expect(typed('ＡＢＣ公司')).toBe('ＡＢＣ公司');
    expect(typed(' 严超\u3000')).toBe('严超');
    expect(typed('=1+1楼顶漏水')).toBe('=1+1楼顶漏水');
    expect(typed('无')).toBe('无');
  });

  test('ID numbers do not go into remarks', () => {
    const remark = longText('备注');
    expect(typed('身份证990311199605273358', remark)).toBe('text/resident-id');
    expect(typed('９９０３１１１９９６０５２７３３５８', remark)).toBe('text/resident-id');
    expect(typed('工单202609000120260900', remark)).toBe('工单202609000120260900');
    expect(typed('6222990311199605273358', remark)).toBe('6222990311199605273358');
    expect(typed('身份证990311199605273358', text('诉求内容'))).toBe('身份证990311199605273358');
  });

  test('cells of other kinds in a text field', () => {
    const matter = text('事项').spec;
    expect(convertCell({ kind: 'empty' }, matter, plainLookup)).toEqual({ complaints: [] });
    expect(convertCell({ kind: 'date', serial: 46275 }, matter, plainLookup)).toMatchObject({
      value: '2026-09-10',
      changed: '日期单元格记为文字 2026-09-10',
    });
    expect(convertCell({ kind: 'date', serial: 46275 + 869 / 1440 }, matter, plainLookup).value).toBe(
      '2026-09-10 14:29',
    );
    for (const date1904 of [false, true]) {
      const time = convertCell({ kind: 'date', serial: 14.5 / 24 }, matter, { ...plainLookup, date1904 });
      expect(time.value).toBe('14:30');
    }
    expect(convertCell({ kind: 'error', text: '#N/A' }, matter, plainLookup).complaints[0]?.code).toBe('cell/error');
    expect(convertCell({ kind: 'number', number: 3.5 }, matter, plainLookup).value).toBe('3.5');
    expect(convertCell({ kind: 'trueFalse', value: true }, matter, plainLookup).value).toBe('TRUE');
    expect(convertCell({ kind: 'date', serial: 46275 }, id.spec, plainLookup).complaints[0]?.code).toBe('cell/date');
  });
});

test('a destroyed number is seen through blanks, and marks alone are no credit code', () => {
  expect(typed('4.4 E+17', phone('电话'))).toBe('number/destroyed');
  expect(typed('4.4 E+17', creditCode('信用代码'))).toBe('number/destroyed');
  expect(typed('没 有', creditCode('信用代码'))).toBe('credit-code/no-marks');
});
