import { creditCodeFlaw } from '../credit-code.ts';
import { holdsResidentId, residentIdFlaw } from '../resident-id.ts';
import { type Conversion, keep, keepWithWarning, quote, refuse } from './conversion.ts';
import { DESTROYED, isDestroyedText, plainMarks } from './marks.ts';

const destroyed = (): Conversion => refuse('number/destroyed', DESTROYED);

const changedTo = (raw: string, stored: string): string | undefined =>
  stored === raw ? undefined : `${quote(raw)}去掉空格、全角或多余的字符，记为 ${stored}`;

/**
 * A resident ID number (GB 11643) in upper case without blanks. A wrong check digit and the old 15 digits are warnings;
 * any other shape, and a number whose last digits a spreadsheet zeroed, are errors.
 */
export function residentIdFromText(raw: string): Conversion {
  if (isDestroyedText(raw)) return destroyed();
  const stored = plainMarks(raw).replace(/\s+/g, '').toUpperCase();
  const changed = changedTo(raw, stored);
  switch (residentIdFlaw(stored)) {
    case undefined:
      return keep(stored, changed);
    case 'fifteen':
      return keepWithWarning(stored, changed, 'resident-id/fifteen', '15 位旧身份证号，请核对后换成 18 位');
    case 'shape':
      return refuse('resident-id/shape', '身份证号应为 18 位（末位可为 X），请核对');
    default:
      // Saved as a number and then as text: the 15 digits a spreadsheet keeps, and three zeros.
      if (stored.endsWith('000')) return destroyed();
      return keepWithWarning(stored, changed, 'resident-id/check', '身份证号校验位或出生日期不符，请核对');
  }
}

const ONE_PHONE = /^(?:(?:\+?86-?)?1\d{10}|(?:\(?0\d{2,3}\)?-?)?[2-9]\d{6,7}(?:(?:-|转)\d{1,6})?|[1-9]\d{2,5})$/;

/** 138-0013-8000, as a number format shows it. */
const GROUPED_MOBILE = /\b(1\d{2})-(\d{4})-(\d{4})\b/g;

/** 13800138000.0, as some programs write a number that was one. */
const DECIMALS = /(?<=^\d{7,})\.0+$/;

/** Fewer marks are a group of digits within one number (138 1234 5678), not a number of its own. */
const SHORTEST_WHOLE_PHONE = 7;

/** Who takes the call writes so where nobody gave a number. */
const NO_PHONE = /^(?:不详|未知|没留|未留|未提供|未登记|拒绝提供|不愿透露|保密|(?:无|没有)(?:电话|手机|联系方式))$/;

/** A phone number as text. Several may stand in one cell; one that looks like none is kept with a warning. */
export function phoneFromText(raw: string): Conversion {
  const marks = plainMarks(raw).replace(/[—–]/g, '-').replace(GROUPED_MOBILE, '$1$2$3').replace(DECIMALS, '');
  const stored = marks.replace(/\s+/g, '');
  if (isDestroyedText(stored)) return destroyed();
  const changed = changedTo(raw, stored);
  if (NO_PHONE.test(stored)) return { complaints: [], changed: `${quote(raw)}按空白处理` };
  if (!/\d/.test(stored)) return refuse('phone/no-digits', `${quote(raw)}不是电话号码`);
  if (stored.split(/[、,;/]/).every((one) => ONE_PHONE.test(one))) return keep(stored, changed);
  const parts = marks.split(/[\s、,;/]+/);
  if (parts.every((one) => one.length >= SHORTEST_WHOLE_PHONE && ONE_PHONE.test(one))) {
    return keep(parts.join('、'), `${quote(raw)}记为 ${parts.join('、')}`);
  }
  return keepWithWarning(stored, changed, 'phone/shape', `${quote(raw)}不像电话号码，可能少了一位或丢了前导零，请核对`);
}

/** A 统一社会信用代码 (GB 32100) in upper case; a wrong check character or length is a warning. */
export function creditCodeFromText(raw: string): Conversion {
  const stored = plainMarks(raw).replace(/\s+/g, '').toUpperCase();
  if (isDestroyedText(stored)) return destroyed();
  if (!/[0-9A-Z]/.test(stored)) return refuse('credit-code/no-marks', `${quote(raw)}不是统一社会信用代码`);
  const changed = changedTo(raw, stored);
  switch (creditCodeFlaw(stored)) {
    case undefined:
      return keep(stored, changed);
    case 'shape':
      return keepWithWarning(stored, changed, 'credit-code/shape', '统一社会信用代码应为 18 位数字和大写字母，请核对');
    case 'check':
      return keepWithWarning(stored, changed, 'credit-code/check', '统一社会信用代码校验码不符，请核对');
  }
}

/** A code as text: leading zeros stay, blanks inside stay, full-width marks become plain. */
export function codeFromText(raw: string): Conversion {
  if (isDestroyedText(raw)) return destroyed();
  const stored = plainMarks(raw);
  return keep(stored, stored === raw.trim() ? undefined : changedTo(raw, stored));
}

/**
 * Free text and names: kept mark by mark, only the blanks at both ends go. Resident ID numbers do not belong into
 * remarks, where nothing masks them (个人信息保护法 第六条: no more than the purpose needs).
 */
export function freeText(raw: string, isRemark: boolean): Conversion {
  const stored = raw.trim();
  if (isRemark && holdsResidentId(plainMarks(stored))) {
    return refuse('text/resident-id', '备注里有像身份证号的内容，请移到身份证号一栏或删去');
  }
  return keep(stored);
}
