// The file that reading and importing are measured on: a return of demands as Excel writes one, with shared strings,
// styles, a merged title, a formula, one cell in ten empty. All people are invented.
import { strToU8, zipSync } from 'fflate';
import { residentIdCheck } from '../../shared/kit/resident-id.ts';

const ROWS = 100_000;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const HEADERS = [
  '工单编号',
  '来源',
  '接收时间',
  '所属社区',
  '诉求人',
  '身份证号',
  '联系电话',
  '诉求类别',
  '问题分类',
  '诉求内容',
  '紧急程度',
  '承办单位',
  '承办人',
  '应办结日期',
  '是否退单',
  '办理结果',
  '办结类型',
  '办结日期',
  '满意度',
  '备注',
];
const SOURCES = ['12345热线', '社区上报', '网格上报', '窗口', '来访来电'];
const TOWNS = ['晨光社区', '东湖社区', '康平社区'];
const KINDS = ['咨询', '求助', '投诉', '建议'];
const TOPICS = ['环境卫生', '物业管理', '噪音扰民', '道路设施', '其他'];
const OUTCOMES = ['已解决', '解释说明', '部分解决', '未解决'];
const ANSWERS = ['满意', '基本满意', '不满意', '未接通'];

const letter = (column: number): string => String.fromCharCode(65 + column);

/** Bytes of an .xlsx of 100,000 rows and 20 columns; the same for the same series, whose rows carry its own numbers. */
export function benchFile(series = 'A'): Uint8Array {
  const indexes = new Map<string, number>();
  const shared = (text: string): number => {
    const index = indexes.get(text) ?? indexes.size;
    indexes.set(text, index);
    return index;
  };
  const text = (value = '') => ` t="s"><v>${shared(value)}</v></c>`;
  const title = `<row r="1"><c r="A1"${text('群众诉求台账')}</row>`;
  const head = HEADERS.map((header, column) => `<c r="${letter(column)}2"${text(header)}`);
  const rows = [title, `<row r="2">${head.join('')}</row>`];
  let state = 1;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const one = (words: readonly string[]) => text(words[random(words.length)]);
  const two = (number: number) => String(number).padStart(2, '0');
  const resident = (): string => {
    const born = `${1940 + random(70)}${two(1 + random(12))}${two(1 + random(28))}`;
    const first = `990311${born}${String(random(1000)).padStart(3, '0')}`;
    return first + residentIdCheck(first);
  };
  for (let row = 3; row <= ROWS + 2; row += 1) {
    const pad = String(row).padStart(6, '0');
    const day = 46000 + random(300);
    const cells = [
      text(`${series}2026${pad}`),
      one(SOURCES),
      ` s="2"><v>${day}.5</v></c>`,
      one(TOWNS),
      text(`居民${random(1_000_000)}`),
      text(resident()),
      text(`1381${String(random(9_999_999)).padStart(7, '0')}`),
      one(KINDS),
      one(TOPICS),
      text(`反映楼下夜间施工噪声持续${random(30)}天，已与物业沟通${random(9)}次仍未解决，请街道协调处理（${pad}）`),
      one(['一般', '紧急']),
      text('区住建局'),
      text(`经办${random(400)}`),
      ` s="1"><f>INT(C${row})+15</f><v>${day + 15}</v></c>`,
      one(['是', '否']),
      text(`已联系物业现场处理，居民表示认可，由网格员第${random(500)}次回访`),
      one(OUTCOMES),
      ` s="1"><v>${day + 1 + random(40)}</v></c>`,
      one(ANSWERS),
      `><v>${random(1000) / 10}</v></c>`,
    ];
    // The number, the time and the content are needed in every row.
    const filled = cells.map((cell, column) =>
      ![0, 2, 9].includes(column) && random(10) === 0 ? '' : `<c r="${letter(column)}${row}"${cell}`,
    );
    rows.push(`<row r="${row}" spans="1:20">${filled.join('')}</row>`);
  }
  const strings = [...indexes.keys()].map((value) => `<si><t>${value}</t></si>`).join('');
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${CONTENT}.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook', 'sheet.main')}${part('worksheets/sheet1', 'worksheet')}${part('styles', 'styles')}${part('sharedStrings', 'sharedStrings')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'styles', 'styles.xml')}${relation('r3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="4"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" uniqueCount="${indexes.size}">${strings}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><dimension ref="A1:T${ROWS + 2}"/><sheetData>${rows.join('')}</sheetData><mergeCells count="1"><mergeCell ref="A1:T1"/></mergeCells></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)])));
}
