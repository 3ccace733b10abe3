import type { ConvertLookup } from '../../kit/convert/conversion.ts';
import { dayFromText } from '../../kit/convert/convert-day.ts';
import { mentionsIn } from '../../kit/convert/convert-mention.ts';
import type { FieldSpec } from '../../kit/fields.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { Day, Value, Values } from '../../kit/values.ts';
import type { SheetReader } from '../cells.ts';
import type { SheetLayout } from './header.ts';
import { fieldsOf, isImportable, type Mapping } from './mapping.ts';

/** A value for every row, proposed for a field the sheet has no column for; none where the file contradicts itself. */
export type ConstantProposal = { readonly field: string; readonly value?: Value; readonly why: string };

/** What constants are proposed from. */
export type ConstantQuestion = {
  readonly reader: SheetReader;
  readonly layout: SheetLayout;
  readonly mapping: Mapping;
  readonly ledger: Ledger;
  readonly fileName: string;
  readonly today: Day;
  readonly lookup: Pick<ConvertLookup, 'resolve' | 'options' | 'namesOf'>;
};

/**
 * Proposes constants for fields without a column: the organisation named in the unit line, a title, the name of the sheet
 * or of the file; the list a sheet name or title names (基本履职事项清单) for a choice that is key; the year they state for
 * a field that names one; and for a key day (收件日期) the one a line above states, else today, unless a column of days stands
 * there that nothing reads.
 */
export function proposeConstants(question: ConstantQuestion): readonly ConstantProposal[] {
  const { reader, layout, mapping, ledger, fileName, today, lookup } = question;
  const sheetName = { where: '工作表名', texts: [reader.sheet.name] };
  const titles = { where: '表内标题', texts: layout.above };
  const file = { where: '文件名', texts: [fileName.replace(/\.[^.]*$/, '')] };
  const mapped = new Set(mapping.columns.flatMap((column) => fieldsOf(column.target)));
  const unread = mapping.columns.filter(({ target }) => target.kind === 'ignore');
  const isDayUnread = () => unread.some(({ column }) => holdsDays(reader, layout, column));
  return Object.entries(ledger.fields).flatMap(([field, spec]): readonly ConstantProposal[] => {
    if (!isImportable(spec) || mapped.has(field)) return [];
    if (spec.kind === 'reference' && (spec.key || spec.wanted)) {
      return proposeReference(field, spec, [unitLineAndTitles(layout.above), sheetName, file], lookup);
    }
    if (spec.kind === 'choice' && (spec.key || spec.wanted)) {
      return proposeOption(field, spec, [sheetName, titles, file]);
    }
    if (spec.ofYear) return proposeYear(field, [sheetName, titles, file]);
    if (spec.kind === 'date' && spec.key && !isDayUnread()) {
      const said = proposeDay(field, spec, titles, reader.date1904);
      return said.length > 0 ? said : [{ field, value: today, why: '表中没有这一列，建议填今天，可修改' }];
    }
    return [];
  });
}

/** What is filled in because of the proposals. */
export const proposedValues = (proposals: readonly ConstantProposal[]): Values =>
  Object.fromEntries(proposals.flatMap(({ field, value }) => (value === undefined ? [] : [[field, value]])));

/** Where a sheet may say what all of its rows are. */
type Place = { readonly where: string; readonly texts: readonly string[] };

/** Rows of a column that are looked at for days. */
const SOME_ROWS = 50;

/** Whether most of what stands at the top of a column are days. */
function holdsDays(reader: SheetReader, { body }: SheetLayout, column: number): boolean {
  const cells = body.slice(0, SOME_ROWS).map((row) => reader.bodyCell(row, column));
  const filled = cells.filter(({ kind }) => kind !== 'empty');
  const days = filled.filter(
    (cell) =>
      cell.kind === 'date' || (cell.kind === 'text' && dayFromText(cell.text, reader.date1904).value !== undefined),
  );
  return days.length * 2 > filled.length;
}

/** A value a place tells, and the words it stands in. */
type Told = { readonly where: string; readonly words: string; readonly value: Value };

/**
 * The value that is told. Where the sheet, its name and the file's name tell of different ones, any of them may be left
 * over from another file: then the clerk is asked, and so where one place tells of several.
 */
function proposeTold(field: string, told: readonly Told[]): readonly ConstantProposal[] {
  const [first] = told;
  if (first === undefined) return [];
  const said = [...new Set(told.map(({ where, words }) => `${where}写明“${words}”`))];
  if (told.every(({ value }) => value === first.value)) return [{ field, value: first.value, why: said[0] ?? '' }];
  return [{ field, why: `${said.join('，')}，${said.length > 1 ? '两处不同' : '不止一个'}，请选定` }];
}

/** The option whose longest word a text contains: 不可出具 goes before 可出具. Two options in one place say nothing. */
function proposeOption(field: string, spec: FieldSpec, places: readonly Place[]): readonly ConstantProposal[] {
  const told = places.flatMap(({ where, texts }): readonly Told[] => {
    const found = new Set(texts.map((text) => optionNamed(text, spec)).filter((value) => value !== undefined));
    return found.size === 1 ? [...found].map((value) => ({ where, words: value, value })) : [];
  });
  return proposeTold(field, told);
}

/** A field that may stay blank is not filled by a chance word such as 其他 or 媒体. */
const TELLING = 3;

function optionNamed(text: string, { options = [], key = false }: FieldSpec): string | undefined {
  let rest = text.replace(/\s/g, '');
  const words = key ? undefined : placesOfWords(rest);
  const named = new Map<string, string>();
  const all = options.flatMap(({ value, aliases = [] }) => [value, ...aliases].map((word) => ({ word, value })));
  for (const { word, value } of all.toSorted((a, b) => b.word.length - a.word.length)) {
    const at = rest.indexOf(word);
    if (at < 0 || !(words?.isWhole(at, word.length) ?? true)) continue;
    if (!named.has(value)) named.set(value, word);
    rest = rest.replaceAll(word, '|'.repeat(word.length));
  }
  const [only] = named;
  if (only === undefined || named.size > 1) return undefined;
  const [value, word] = only;
  return key || word.length >= TELLING ? value : undefined;
}

/** Where the words of a text begin and end: 化解中心 is 化解 and 中心, and says nothing of 化解中. */
function placesOfWords(text: string): { readonly isWhole: (at: number, length: number) => boolean } {
  const begins = new Set([...SEGMENTER.segment(text)].map(({ index }) => index)).add(text.length);
  return { isWhole: (at, length) => begins.has(at) && begins.has(at + length) };
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

function proposeYear(field: string, places: readonly Place[]): readonly ConstantProposal[] {
  const told = places.flatMap(({ where, texts }): readonly Told[] => {
    const years = texts.map((text) => /(?<!\d)20\d\d(?=\s*(?:年|版))/.exec(text)?.[0]);
    const year = years.find((found) => found !== undefined);
    return year === undefined ? [] : [{ where, words: year, value: year }];
  });
  return proposeTold(field, told);
}

/** When a sheet is handed in says nothing of its rows. */
const HANDED_IN = /^(?:上报|填报|报送|填表)$/;

/** More of the same day, or what goes from it to another. */
const WRITTEN_ON = '[\\d年月日号./-]|\\s*[至到—–~～]';

/** 巡查时间：2026年9月28日 above a sheet without that column. */
function proposeDay(
  field: string,
  { label, aliases = [] }: FieldSpec,
  { where, texts }: Place,
  date1904: boolean,
): readonly ConstantProposal[] {
  const stems = [label, ...aliases]
    .flatMap((word) => /^(.{2,})(?:日期|时间)$/.exec(word)?.[1] ?? [])
    .filter((stem) => !HANDED_IN.test(stem));
  // 2026年9月1日至30日 is no day.
  const line = new RegExp(`(?:${stems.join('|')})(?:日期|时间)\\s*[:：]\\s*([\\d年月日号./-]+)(?!${WRITTEN_ON})`);
  const told = texts.flatMap((text): readonly Told[] => {
    const [words, written] = stems.length === 0 ? [] : (line.exec(text) ?? []);
    const day = written === undefined ? undefined : dayFromText(written, date1904).value;
    return words === undefined || typeof day !== 'string' ? [] : [{ where, words, value: day }];
  });
  return proposeTold(field, told);
}

/** Who fills a sheet in is who its rows are of; who is in charge of it (主管部门, 责任单位) need not be. */
const UNIT_LINE = /(?<!主管|责任)(?:填报|上报|填表)?(?:单位|社区|部门)(?:名称)?\s*(?:[（(][^）)]*[）)])?\s*[:：]/;

/** Whom a sheet is handed in to (报送：区委社会工作部) says nothing of its rows. */
const SENT_TO = /(?:报送|抄送|主送)(?:单位|社区|部门|机关)?\s*[:：]\s*\S*/g;

/** The line that says who filled the sheet in goes before its other titles. */
function unitLineAndTitles(above: readonly string[]): Place {
  const texts = above.map((text) => text.replaceAll(SENT_TO, ''));
  const isUnitLine = (text: string) => UNIT_LINE.test(text);
  return {
    where: '表内标题',
    texts: [...texts.filter(isUnitLine), ...texts.filter((text) => !isUnitLine(text))],
  };
}

/** The records the places name: those a word is the name of, and those mentioned within longer words. */
function proposeReference(
  field: string,
  spec: FieldSpec,
  places: readonly Place[],
  lookup: ConstantQuestion['lookup'],
): readonly ConstantProposal[] {
  const told = places.flatMap(({ where, texts }) =>
    texts.flatMap((text) => recordsNamed(spec, text, lookup).map((named) => ({ where, ...named }))),
  );
  return proposeTold(field, told);
}

function recordsNamed(
  spec: FieldSpec,
  text: string,
  lookup: ConstantQuestion['lookup'],
): readonly Omit<Told, 'where'>[] {
  const named = wordsOf(text).flatMap((words) => {
    const found = spec.target && lookup.resolve(spec.target, words);
    const [value, another] = found && 'ids' in found ? found.ids : [];
    return value !== undefined && another === undefined ? [{ words, value }] : [];
  });
  const rest = named.reduce((before, { words }) => before.replace(words, '|'), text);
  return [...named, ...mentionsIn(rest, spec, lookup).map(({ value }) => ({ words: text, value }))];
}

/** 部门申报-区住建局-拟进… → its parts; 填报单位（盖章）：东湖社区居民委员会 → the part behind the colon. */
function wordsOf(text: string): readonly string[] {
  return text
    .split(/[-_—－\s:：（）()《》]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
