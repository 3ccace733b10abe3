import { sum } from '../kit/numbers.ts';
import { columnNumber } from '../workbook/cell-address.ts';

/** What a formula or cell comes to; an array is a range of cells. */
export type FormulaValue = number | string | boolean | undefined | readonly FormulaValue[];

/** Zero-based. */
type Place = { readonly row: number; readonly column: number };

/** A cell's value by its zero-based place. */
export type CellValueAt = (row: number, column: number) => FormulaValue;

/** Thrown for whatever this small reckoner does not know: the picture then says 公式, as the office suite will count it. */
export class UnknownFormula extends Error {}

const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|(?<text>"(?:[^"]|"")*")|(?<range>\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?)(?![\w(!])|(?<name>[A-Za-z]+)(?=\()|(?<sign><=|>=|<>|[-+*/^&=<>(),%]))/y;

type Token = { readonly kind: string; readonly text: string };

function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.trimEnd().length) {
    const [kind, text] = Object.entries(TOKEN.exec(formula)?.groups ?? {}).find(([, found]) => found) ?? [];
    if (kind === undefined || text === undefined) throw new UnknownFormula(formula);
    tokens.push({ kind, text });
  }
  return tokens;
}

const numberOf = (value: FormulaValue): number => {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === undefined) return 0;
  throw new UnknownFormula('not a number');
};

const numbersIn = (values: readonly FormulaValue[]): readonly number[] =>
  values.flat(2).filter((value) => typeof value === 'number');

const textOf = (value: FormulaValue): string => (value === undefined ? '' : String(value));

function isSame(left: FormulaValue, right: FormulaValue): boolean {
  const blank = (value: FormulaValue, other: FormulaValue) =>
    value === undefined ? (typeof other === 'string' ? '' : 0) : value;
  return blank(left, right) === blank(right, left);
}

function divided(left: number, right: number): number {
  if (right === 0) throw new UnknownFormula('#DIV/0!');
  return left / right;
}

const OPERATORS: readonly { readonly [sign: string]: (left: FormulaValue, right: FormulaValue) => FormulaValue }[] = [
  {
    '=': isSame,
    '<>': (left, right) => !isSame(left, right),
    '<': (left, right) => numberOf(left) < numberOf(right),
    '>': (left, right) => numberOf(left) > numberOf(right),
    '<=': (left, right) => numberOf(left) <= numberOf(right),
    '>=': (left, right) => numberOf(left) >= numberOf(right),
  },
  { '&': (left, right) => textOf(left) + textOf(right) },
  {
    '+': (left, right) => numberOf(left) + numberOf(right),
    '-': (left, right) => numberOf(left) - numberOf(right),
  },
  {
    '*': (left, right) => numberOf(left) * numberOf(right),
    '/': (left, right) => divided(numberOf(left), numberOf(right)),
  },
  { '^': (left, right) => numberOf(left) ** numberOf(right) },
];

const SUBTOTALS: { readonly [kind: number]: string } = {
  1: 'AVERAGE',
  2: 'COUNT',
  3: 'COUNTA',
  4: 'MAX',
  5: 'MIN',
  9: 'SUM',
};

const listOf = (value: FormulaValue): readonly FormulaValue[] => (Array.isArray(value) ? value : [value]);

/** Whether a cell is what COUNTIF asks for: a value, or a comparison written as a text (">=3"). */
function fits(value: FormulaValue, wanted: FormulaValue): boolean {
  const [, sign = '=', rest = ''] = /^(<=|>=|<>|<|>|=)?(.*)$/s.exec(textOf(wanted)) ?? [];
  if (/[*?~]/.test(rest)) throw new UnknownFormula('wildcards');
  const number = rest.trim() === '' ? Number.NaN : Number(rest);
  if (Number.isNaN(number)) {
    if (sign !== '=' && sign !== '<>') throw new UnknownFormula('order of texts');
    return (textOf(value) === rest) === (sign === '=');
  }
  const isNumber = typeof value === 'number';
  if (sign === '<>') return !isNumber || value !== number;
  return isNumber && OPERATORS[0]?.[sign]?.(value, number) === true;
}

const FUNCTIONS: { readonly [name: string]: (given: readonly FormulaValue[]) => FormulaValue } = {
  SUM: (given) => sum(numbersIn(given)),
  AVERAGE: (given) => divided(sum(numbersIn(given)), numbersIn(given).length),
  COUNT: (given) => numbersIn(given).length,
  COUNTA: (given) => given.flat(2).filter((value) => value !== undefined && value !== '').length,
  MAX: (given) => Math.max(0, ...numbersIn(given)),
  MIN: (given) => Math.min(...numbersIn(given), ...(numbersIn(given).length === 0 ? [0] : [])),
  ABS: ([value]) => Math.abs(numberOf(value)),
  INT: ([value]) => Math.floor(numberOf(value)),
  ROUND: ([value, digits]) => {
    const scale = 10 ** numberOf(digits);
    const scaled = numberOf(value) * scale;
    return (Math.sign(scaled) * Math.round(Math.abs(scaled) + 1e-9)) / scale;
  },
  SUBTOTAL: ([kind, ...given]) => {
    const counted = SUBTOTALS[numberOf(kind) % 100];
    if (counted === undefined) throw new UnknownFormula('SUBTOTAL');
    return FUNCTIONS[counted]?.(given);
  },
  /** Of columns of numbers as long as each other; what is no number counts 0. */
  SUMPRODUCT: (given) => {
    const [first = [], ...others] = given.map((one) => (Array.isArray(one) ? one : [one]));
    const numbers = (value: FormulaValue) => (typeof value === 'number' ? value : 0);
    return sum(first.map((value, at) => others.reduce((all, one) => all * numbers(one[at]), numbers(value))));
  },
  RANK: ([value, range, fromLowest]) => {
    const isBefore = (other: number) =>
      numberOf(fromLowest) === 0 ? other > numberOf(value) : other < numberOf(value);
    return 1 + numbersIn([range]).filter(isBefore).length;
  },
  COUNTIF: ([range, wanted]) => listOf(range).filter((value) => fits(value, wanted)).length,
  SUMIF: ([range, wanted, added = range]) => {
    const amounts = listOf(added);
    return sum(numbersIn(listOf(range).flatMap((value, at) => (fits(value, wanted) ? [amounts[at]] : []))));
  },
  AND: (given) => given.flat(2).every((value) => numberOf(value) !== 0),
  OR: (given) => given.flat(2).some((value) => numberOf(value) !== 0),
};

/** What a formula comes to that stands `here`; parts that are not asked for (the other branch of IF) are not counted. */
export function formulaValue(formula: string, cellAt: CellValueAt, here?: Place): FormulaValue {
  const tokens = tokensOf(formula);
  let at = 0;
  const next = (): Token | undefined => tokens[at];
  const take = (text: string): void => {
    if (next()?.text !== text) throw new UnknownFormula(formula);
    at += 1;
  };
  type Lazy = () => FormulaValue;
  const level = (depth: number): Lazy => {
    const operators = OPERATORS[depth];
    if (operators === undefined) return unary();
    let left = level(depth + 1);
    for (let token = next(); token?.kind === 'sign' && operators[token.text]; token = next()) {
      const operator = operators[token.text];
      at += 1;
      const [first, second] = [left, level(depth + 1)];
      left = () => operator?.(first(), second());
    }
    return left;
  };
  const unary = (): Lazy => {
    const sign = next()?.text;
    if (sign === '-' || sign === '+') {
      at += 1;
      const value = unary();
      return () => (sign === '-' ? -numberOf(value()) : numberOf(value()));
    }
    const value = primary();
    if (next()?.text !== '%') return value;
    at += 1;
    return () => numberOf(value()) / 100;
  };
  const primary = (): Lazy => {
    const token = next();
    if (token === undefined) throw new UnknownFormula(formula);
    at += 1;
    switch (token.kind) {
      case 'number':
        return () => Number(token.text);
      case 'text':
        return () => token.text.slice(1, -1).replaceAll('""', '"');
      case 'range':
        return () => rangeValue(token.text, cellAt);
      case 'name':
        return called(token.text.toUpperCase());
      default: {
        if (token.text !== '(') throw new UnknownFormula(formula);
        const inner = level(0);
        take(')');
        return inner;
      }
    }
  };
  const called = (name: string): Lazy => {
    take('(');
    const given: Lazy[] = [];
    while (next()?.text !== ')') {
      given.push(level(0));
      if (next()?.text !== ')') take(',');
    }
    take(')');
    return () => (given.length === 0 ? placeNamed(name, here) : callFunction(name, given));
  };
  const value = level(0);
  if (at < tokens.length) throw new UnknownFormula(formula);
  return value();
}

/** ROW() and COLUMN() of the formula's own cell: 序号 counts by them. */
function placeNamed(name: string, here: Place | undefined): FormulaValue {
  if (here === undefined || (name !== 'ROW' && name !== 'COLUMN')) throw new UnknownFormula(name);
  return 1 + (name === 'ROW' ? here.row : here.column);
}

function callFunction(name: string, given: readonly (() => FormulaValue)[]): FormulaValue {
  if (name === 'IF') return numberOf(given[0]?.()) !== 0 ? given[1]?.() : (given[2]?.() ?? false);
  if (name === 'IFERROR') {
    try {
      return given[0]?.();
    } catch (thrown) {
      if (thrown instanceof UnknownFormula) return given[1]?.();
      throw thrown;
    }
  }
  const counted = FUNCTIONS[name];
  if (counted === undefined) throw new UnknownFormula(name);
  return counted(given.map((one) => one()));
}

function rangeValue(range: string, cellAt: CellValueAt): FormulaValue {
  const [first = '', last] = range.replaceAll('$', '').split(':');
  const place = (address: string) => {
    const letters = /^[A-Za-z]+/.exec(address)?.[0] ?? '';
    return { row: Number(address.slice(letters.length)) - 1, column: columnNumber(letters) };
  };
  const from = place(first);
  if (last === undefined) return cellAt(from.row, from.column);
  const to = place(last);
  const values: FormulaValue[] = [];
  for (let row = from.row; row <= to.row; row += 1) {
    for (let column = from.column; column <= to.column; column += 1) values.push(cellAt(row, column));
  }
  return values;
}
