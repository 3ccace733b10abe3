// The file that reading is measured on, as Excel writes one: shared strings, styles, a merged title, one cell in ten empty.
import { strToU8, zipSync } from 'fflate';

const ROWS = 100_000;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const TOWNS = ['晨光社区', '东湖社区', '康平社区', '新桥社区', '锦绣社区', '和平社区'];
const KINDS = ['环境卫生', '物业管理', '邻里纠纷', '噪声扰民', '停车管理', '公共设施'];
const STATES = ['受理', '办理中', '已办结', '已回访'];

const letter = (column: number): string => String.fromCharCode(65 + column);

/** Bytes of an .xlsx of 100,000 rows and 20 columns; the same at every call. */
export function benchFile(): Uint8Array {
  const indexes = new Map<string, number>();
  const shared = (text: string): number => {
    const index = indexes.get(text) ?? indexes.size;
    indexes.set(text, index);
    return index;
  };
  const text = (value: string) => ` t="s"><v>${shared(value)}</v></c>`;
  const rows = [`<row r="1"><c r="A1"${text('群众诉求台账')}</row>`];
  let state = 1;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let row = 2; row <= ROWS + 1; row += 1) {
    const pad = String(row).padStart(6, '0');
    const cells = [
      text(`XQ2026${pad}`),
      text(TOWNS[random(6)] ?? ''),
      text(KINDS[random(6)] ?? ''),
      text(STATES[random(4)] ?? ''),
      text(`居民${random(20_000)}`),
      text(`3203811990${String(random(1231)).padStart(4, '0')}${String(random(10_000)).padStart(4, '0')}`),
      text(`62284800${pad}${String(random(99_999)).padStart(5, '0')}`),
      text(`1381${String(random(9_999_999)).padStart(7, '0')}`),
      text(`幸福路${random(200)}号${random(30)}栋${random(2000)}室`),
      text(`反映楼下夜间施工噪声持续${random(30)}天，已与物业沟通${random(9)}次仍未解决，请街道协调处理（${pad}）`),
      ` s="1"><v>${46000 + random(365)}</v></c>`,
      ` s="1"><v>${46000 + random(365)}</v></c>`,
      ` s="2"><v>${46000 + random(365)}.5</v></c>`,
      `><v>${random(100)}</v></c>`,
      ` s="3"><v>${(random(10_000_000) / 100).toFixed(2)}</v></c>`,
      `><v>${random(90)}</v></c>`,
      `><f>N${row}*O${row}</f><v>${random(1_000_000)}</v></c>`,
      text(`网格${random(400)}`),
      text(random(2) === 0 ? '是' : '否'),
      text(`备注${random(500)}`),
    ];
    const filled = cells.map((cell, column) =>
      column > 0 && random(10) === 0 ? '' : `<c r="${letter(column)}${row}"${cell}`,
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
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><dimension ref="A1:T${ROWS + 1}"/><sheetData>${rows.join('')}</sheetData><mergeCells count="1"><mergeCell ref="A1:T1"/></mergeCells></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)])));
}
