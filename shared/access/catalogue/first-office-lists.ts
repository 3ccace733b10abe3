import { codePointLength } from '../../kit/code-points.ts';
import { type Complaint, error } from '../../kit/complaint.ts';
import { optionFor } from '../../kit/convert/convert-choice.ts';
import { convertText } from '../../kit/convert/convert-text.ts';
import { type DepartmentValues, department } from '../../ledgers/department.ts';
import { type OrganisationValues, organisation } from '../../ledgers/organisation.ts';

/** What was typed or pasted, read line by line. Complaints name the line; a line with an error is in no row. */
export type ReadList<Row> = { readonly rows: readonly Row[]; readonly complaints: readonly Complaint[] };

export type FirstCommunity = Pick<
  OrganisationValues,
  'name' | 'shortName' | 'aliases' | 'communityKind' | 'households' | 'code'
> & { readonly name: string };

export type FirstDepartment = Pick<DepartmentValues, 'name' | 'shortName' | 'level'> & { readonly name: string };

/** First cells of a header line that came along when the list was copied out of a sheet. */
const HEADER_WORDS: ReadonlySet<string> = new Set([
  '序号',
  '名称',
  '社区',
  '社区名称',
  '单位名称',
  '部门',
  '部门名称',
  '单位',
  '全称',
]);

const LOOKUP = { resolve: () => ({ nearest: [] }), options: () => [], date1904: false };

/** A line copied from a sheet is parted by tabs alone, so that 1,200 stays one number; a typed one by commas and blanks. */
function cellsOf(line: string): readonly string[] {
  const cells = line.includes('\t') ? line.split('\t') : line.split(/[,，;；\s\u3000]+/u);
  const [first, ...rest] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (first === undefined) return [];
  return /^\d+[.、]?$/.test(first) && rest.length > 0 ? rest : [first, ...rest];
}

type Line = { readonly number: number; readonly name: string; readonly rest: readonly string[] };

function linesOf(text: string): readonly Line[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, place) => {
    const [name, ...rest] = cellsOf(line);
    return name === undefined || HEADER_WORDS.has(name) ? [] : [{ number: place + 1, name, rest }];
  });
}

const refuse = (field: string, line: Line, why: string): Complaint =>
  error('first-office/line', `第 ${line.number} 行“${line.name}”${why}`, field);

/** Reads each line; a name met before is refused with the line it stood on. */
function readLines<Row extends { readonly name: string }>(
  field: string,
  text: string,
  read: (line: Line) => Row | Complaint,
  namesOf: (row: Row) => readonly string[],
): ReadList<Row> {
  const rows: Row[] = [];
  const complaints: Complaint[] = [];
  const lineOf = new Map<string, number>();
  for (const line of linesOf(text)) {
    const row = read(line);
    if ('severity' in row) {
      complaints.push(row);
      continue;
    }
    const twice = namesOf(row).find((name) => lineOf.has(name));
    if (twice !== undefined) complaints.push(refuse(field, line, `和第 ${lineOf.get(twice)} 行重复，请删去一行`));
    else {
      rows.push(row);
      for (const name of namesOf(row)) lineOf.set(name, line.number);
    }
  }
  return { rows, complaints };
}

const COMMUNITY_SUFFIX = /(社区居民委员会|社区居委会|社区)$/u;

/**
 * What else sheets call a community: 晨光社区 is 晨光 and 晨光社区居委会. A stem of one character is no name by itself.
 */
function otherNames(name: string): Pick<FirstCommunity, 'shortName' | 'aliases'> {
  const stem = name.replace(COMMUNITY_SUFFIX, '');
  if (stem === name || codePointLength(stem) < 2) return {};
  const aliases = [`${stem}社区`, `${stem}社区居委会`].filter((alias) => alias !== name);
  return { shortName: stem, aliases: aliases.join('、') };
}

function readCommunity(line: Line): FirstCommunity | Complaint {
  const { communityKind: kindField, households: householdsField } = organisation.fields;
  let communityKind: string | undefined;
  let households: number | undefined;
  for (const cell of line.rest) {
    const kind = optionFor(cell, kindField?.options ?? []);
    const number = householdsField && convertText(cell.replace(/户$/u, ''), householdsField, LOOKUP).value;
    if (kind !== undefined) communityKind = kind;
    else if (typeof number === 'number' && number >= 0) households = number;
    else return refuse('communities', line, `后面的“${cell}”既不是社区类型（社区、涉农社区、村），也不是户数`);
  }
  return {
    name: line.name,
    ...otherNames(line.name),
    ...(communityKind === undefined ? {} : { communityKind }),
    ...(households === undefined ? {} : { households }),
  };
}

function readDepartment(line: Line): FirstDepartment | Complaint {
  let level: string | undefined;
  const names: string[] = [];
  for (const cell of line.rest) {
    const found = optionFor(cell, department.fields.level?.options ?? []);
    if (found !== undefined) level = found;
    else names.push(cell);
  }
  const [shortName, extra] = names;
  if (extra !== undefined) return refuse('departments', line, `后面的“${extra}”不是层级（省、市、区、街道内设）`);
  return { name: line.name, level: level ?? '区', ...(shortName === undefined ? {} : { shortName }) };
}

/** Communities, one a line: name, and in any order kind (社区、涉农社区、村) and households. */
export const readCommunities = (text: string): ReadList<FirstCommunity> =>
  readLines('communities', text, readCommunity, ({ name }) => [name]);

/** Departments, one a line: full name, short name, level (区 where none is given). Both names must be nobody else's. */
export const readDepartments = (text: string): ReadList<FirstDepartment> =>
  readLines('departments', text, readDepartment, ({ name, shortName }) => [name, ...(shortName ? [shortName] : [])]);
