import { strToU8, zipSync } from 'fflate';

/**
 * A superior's form with everything such forms carry, written part by part as Excel writes it: what a program loses when
 * it opens and saves a workbook through a model of its own. Three model rows (5 to 7), 合计 and 平均 below them, then
 * notes, a picture, a chart, a text box; a second sheet counts the first; lists lie in a very hidden one.
 */
export function richTemplate(): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(PARTS).map(([name, content]) => [
        name,
        [typeof content === 'string' ? strToU8(content) : content, { level: name.endsWith('.png') ? 0 : 6 }],
      ]),
    ),
    { mtime: '2026-11-23T08:00:00' },
  );
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';
const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const C = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const XDR = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument';

const relations = (...list: readonly (readonly [type: string, target: string, external?: true])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(
      ([type, target, external], at) =>
        `<Relationship Id="rId${at + 1}" Type="${type.includes(':') ? type : `${R}/${type}`}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

const content = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`;
const SHEETS = `${TYPES}.spreadsheetml`;

const text = (address: string, style: number, index: number): string =>
  `<c r="${address}" s="${style}" t="s"><v>${index}</v></c>`;
const blank = (address: string, style: number): string => `<c r="${address}" s="${style}"/>`;
const formula = (address: string, style: number, f: string, v = '0'): string =>
  `<c r="${address}" s="${style}"><f>${f}</f><v>${v}</v></c>`;

const STRINGS = [
  '<r><rPr><b/><sz val="22"/><rFont val="方正小标宋简体"/></rPr><t>2026</t></r><r><rPr><sz val="22"/><color rgb="FFC00000"/><rFont val="方正小标宋简体"/></rPr><t xml:space="preserve">年    月</t></r><r><rPr><b/><sz val="22"/><rFont val="方正小标宋简体"/></rPr><t>社区工作情况表</t></r>',
  '<t>填报单位（盖章）：</t>',
  '<t xml:space="preserve">填报日期：    年  月  日</t>',
  '<t>序号</t>',
  '<t>社区</t>',
  '<t xml:space="preserve">办件（共计：  件）</t>',
  '<t>按时率</t>',
  '<t>类别</t>',
  '<t>电话</t>',
  '<t>备注</t>',
  '<t>总数</t>',
  '<t>按时</t>',
  '<t>合计</t>',
  '<t>平均</t>',
  '<t>注：本表一式两份。</t>',
  '<t>12345 官网</t>',
  '<t>看合计</t>',
  '<t>热线</t>',
  '<t>网格</t>',
  '<t>来访</t>',
  '<t>本表合计</t>',
];

const modelRow = (row: number, shared: string): string =>
  `<row r="${row}" spans="1:8" ht="21.5" customHeight="1"><c r="A${row}" s="4"><v>${row - 4}</v></c>${blank(`B${row}`, 5)}${blank(`C${row}`, 4)}${blank(`D${row}`, 4)}<c r="E${row}" s="6">${shared}<v>0</v></c>${blank(`F${row}`, 5)}${blank(`G${row}`, 7)}${blank(`H${row}`, 5)}</row>`;

const FORM = [
  `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${R}" xmlns:xdr="${XDR}" xmlns:x14="${X14}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">`,
  '<sheetPr codeName="Sheet1"><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:H11"/>',
  '<sheetViews><sheetView showGridLines="0" view="pageBreakPreview" tabSelected="1" workbookViewId="0"><pane xSplit="2" ySplit="4" topLeftCell="C5" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="C8" sqref="C8"/></sheetView></sheetViews>',
  '<sheetFormatPr defaultRowHeight="14.25"/><cols><col min="1" max="1" width="6.5" customWidth="1"/><col min="2" max="2" width="16" customWidth="1"/><col min="3" max="8" width="11" style="5" customWidth="1"/></cols>',
  '<sheetData>',
  `<row r="1" spans="1:8" ht="36" customHeight="1">${text('A1', 1, 0)}${'BCDEFGH'.replace(/./g, (column) => blank(`${column}1`, 1))}</row>`,
  `<row r="2" spans="1:8">${text('A2', 2, 1)}${text('E2', 2, 2)}</row>`,
  `<row r="3" spans="1:8">${text('A3', 3, 3)}${text('B3', 3, 4)}${text('C3', 3, 5)}${blank('D3', 3)}${text('E3', 3, 6)}${text('F3', 3, 7)}${text('G3', 3, 8)}${text('H3', 3, 9)}</row>`,
  `<row r="4" spans="1:8">${blank('A4', 3)}${blank('B4', 3)}${text('C4', 3, 10)}${text('D4', 3, 11)}${'EFGH'.replace(/./g, (column) => blank(`${column}4`, 3))}</row>`,
  modelRow(5, '<f t="shared" ref="E5:E7" si="0">IF(C5=0,"",D5/C$8)</f>'),
  modelRow(6, '<f t="shared" si="0"/>'),
  modelRow(7, '<f t="shared" si="0"/>'),
  `<row r="8" spans="1:8">${text('A8', 3, 12)}${blank('B8', 3)}${formula('C8', 4, 'SUM(C5:C7)')}${formula('D8', 4, 'SUM(D5:D7)')}${formula('E8', 6, 'IF(C8=0,"",D8/C8)')}</row>`,
  `<row r="9" spans="1:8">${text('A9', 3, 13)}${blank('B9', 3)}${formula('C9', 4, 'AVERAGE(C$5:C7)')}${formula('D9', 4, 'C8-SUM(数据区)')}</row>`,
  `<row r="10" spans="1:8">${text('A10', 2, 14)}${text('H10', 2, 16)}</row>`,
  `<row r="11" spans="1:8">${text('H11', 2, 15)}</row>`,
  '</sheetData>',
  '<sheetProtection algorithmName="SHA-512" hashValue="qg==" saltValue="qg==" spinCount="100000" sheet="1" objects="1" scenarios="1" formatColumns="0"/>',
  '<protectedRanges><protectedRange sqref="B5:D7" name="可填区域"/></protectedRanges>',
  '<autoFilter ref="A4:H7"/>',
  '<mergeCells count="11"><mergeCell ref="A1:H1"/><mergeCell ref="A2:D2"/><mergeCell ref="E2:H2"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:B4"/><mergeCell ref="C3:D3"/><mergeCell ref="E3:E4"/><mergeCell ref="G3:G4"/><mergeCell ref="G7:H7"/><mergeCell ref="A8:B8"/><mergeCell ref="A10:G10"/></mergeCells>',
  '<conditionalFormatting sqref="C5:C7"><cfRule type="dataBar" priority="2"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>{0AA0-1}</x14:id></ext></extLst></cfRule></conditionalFormatting>',
  '<conditionalFormatting sqref="E5:E7 E8"><cfRule type="expression" dxfId="0" priority="1"><formula>$E5&lt;$E$8</formula></cfRule></conditionalFormatting>',
  '<dataValidations count="2"><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" promptTitle="类别" prompt="从列表中选" sqref="F5:F7"><formula1>类别表</formula1></dataValidation><dataValidation type="textLength" operator="equal" showErrorMessage="1" error="11 位" sqref="G5:G7"><formula1>11</formula1></dataValidation></dataValidations>',
  '<hyperlinks><hyperlink ref="H11" r:id="rId1"/><hyperlink ref="H10" location="填报表!A8" display="看合计"/></hyperlinks>',
  '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>',
  '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0" r:id="rId2"/>',
  '<headerFooter differentFirst="1"><oddFooter>&amp;C第 &amp;P 页</oddFooter><firstFooter>&amp;C首页 &amp;P</firstFooter></headerFooter>',
  '<rowBreaks count="1" manualBreakCount="1"><brk id="9" max="16383" man="1"/></rowBreaks>',
  '<ignoredErrors><ignoredError sqref="G5:G7" numberStoredAsText="1"/></ignoredErrors>',
  '<drawing r:id="rId3"/><legacyDrawing r:id="rId4"/>',
  `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${X14}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="dataBar" id="{0AA0-1}"><x14:dataBar minLength="0" maxLength="100" border="1"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/></x14:dataBar></x14:cfRule><xm:sqref>C5:C7</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>`,
  `<ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${X14}"><x14:dataValidations count="1" xmlns:xm="${XM}"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>字典!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>H5:H6</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`,
  '</worksheet>',
].join('');

const SUMMARY = `${XML}<worksheet xmlns="${MAIN}"><dimension ref="A1:B4"/><sheetData><row r="1">${text('A1', 0, 20)}${formula('B1', 0, '填报表!C8', '0')}</row><row r="2">${formula('B2', 0, "SUM('填报表'!C5:C7)")}</row><row r="3">${formula('B3', 0, 'COUNT(数据区)')}</row><row r="4">${formula('B4', 0, 'B1*2')}</row></sheetData><conditionalFormatting sqref="B1"><cfRule type="expression" dxfId="0" priority="1"><formula>B1&gt;SUM(填报表!$C$5:$C$7)</formula></cfRule></conditionalFormatting><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;

const LISTS = `${XML}<worksheet xmlns="${MAIN}"><dimension ref="A1:A3"/><sheetData>${[17, 18, 19].map((index, at) => `<row r="${at + 1}">${text(`A${at + 1}`, 0, index)}</row>`).join('')}</sheetData></worksheet>`;

const anchor = (from: number, to: number, inside: string, kind = ''): string =>
  `<xdr:twoCellAnchor${kind}><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${from}</xdr:row><xdr:rowOff>12700</xdr:rowOff></xdr:from><xdr:to><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${to}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${inside}<xdr:clientData/></xdr:twoCellAnchor>`;

const DRAWING = [
  `${XML}<xdr:wsDr xmlns:xdr="${XDR}" xmlns:a="${A}" xmlns:r="${R}">`,
  anchor(
    11,
    14,
    '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="公章位置" descr="公章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>',
    ' editAs="oneCell"',
  ),
  anchor(
    15,
    28,
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="3" name="图表 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${C}"><c:chart xmlns:c="${C}" r:id="rId2"/></a:graphicData></a:graphic></xdr:graphicFrame>`,
  ),
  anchor(
    29,
    31,
    '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="4" name="文本框 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>填表前请阅读说明</a:t></a:r></a:p></xdr:txBody></xdr:sp>',
  ),
  '</xdr:wsDr>',
].join('');

const CHART = `${XML}<c:chartSpace xmlns:c="${C}" xmlns:a="${A}"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>填报表!$C$4</c:f></c:strRef></c:tx><c:cat><c:strRef><c:f>填报表!$B$5:$B$7</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>填报表!$C$5:$C$7</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`;

/** Excel writes these with a `<br>` that is closed by nothing: no XML reader takes them. */
const VML =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden"><v:textbox><div>一<br>二</div></v:textbox><x:ClientData ObjectType="Note"><x:Anchor>3, 15, 7, 2, 5, 15, 11, 4</x:Anchor><x:Row>7</x:Row><x:Column>2</x:Column></x:ClientData></v:shape></xml>';

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="0.0%"/></numFmts><fonts count="5"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="22"/><name val="方正小标宋简体"/></font><font><sz val="12"/><name val="仿宋_GB2312"/></font><font><b/><sz val="12"/><name val="黑体"/></font><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.7999816888943144"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="9">${[
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>',
  '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="3" fillId="2" borderId="1" xfId="0" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>',
  '<xf numFmtId="0" fontId="4" fillId="0" borderId="1" xfId="0"/>',
  '<xf numFmtId="0" fontId="2" fillId="0" borderId="1" xfId="0"><protection locked="0"/></xf>',
  '<xf numFmtId="176" fontId="4" fillId="0" borderId="1" xfId="0"/>',
  '<xf numFmtId="49" fontId="4" fillId="0" borderId="1" xfId="0"/>',
  '<xf numFmtId="14" fontId="4" fillId="0" borderId="1" xfId="0"/>',
].join(
  '',
)}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FFC00000"/></font></dxf></dxfs></styleSheet>`;

const THEME = `${XML}<a:theme xmlns:a="${A}" name="Office"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2><a:accent1><a:srgbClr val="4F81BD"/></a:accent1><a:accent2><a:srgbClr val="C0504D"/></a:accent2><a:accent3><a:srgbClr val="9BBB59"/></a:accent3><a:accent4><a:srgbClr val="8064A2"/></a:accent4><a:accent5><a:srgbClr val="4BACC6"/></a:accent5><a:accent6><a:srgbClr val="F79646"/></a:accent6><a:hlink><a:srgbClr val="0000FF"/></a:hlink><a:folHlink><a:srgbClr val="800080"/></a:folHlink></a:clrScheme><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

const WORKBOOK = [
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${R}"><fileVersion appName="xl" lastEdited="7"/><workbookPr codeName="ThisWorkbook" defaultThemeVersion="124226"/><workbookProtection lockStructure="1"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="10000" activeTab="0"/></bookViews>`,
  '<sheets><sheet name="填报表" sheetId="1" r:id="rId1"/><sheet name="汇总" sheetId="2" r:id="rId2"/><sheet name="字典" sheetId="3" state="veryHidden" r:id="rId3"/></sheets>',
  '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">填报表!$A$4:$H$7</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">填报表!$A$1:$H$11</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">填报表!$A:$B,填报表!$1:$4</definedName><definedName name="数据区">填报表!$C$5:$C$7</definedName><definedName name="类别表">字典!$A$1:$A$3</definedName></definedNames>',
  '<calcPr calcId="191029"/></workbook>',
].join('');

const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

const PARTS: { readonly [name: string]: string | Uint8Array } = {
  '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="vml" ContentType="${TYPES}.vmlDrawing"/><Default Extension="bin" ContentType="${SHEETS}.printerSettings"/>${[
    content('/xl/workbook.xml', `${SHEETS}.sheet.main+xml`),
    ...[1, 2, 3].map((sheet) => content(`/xl/worksheets/sheet${sheet}.xml`, `${SHEETS}.worksheet+xml`)),
    content('/xl/theme/theme1.xml', `${TYPES}.theme+xml`),
    content('/xl/styles.xml', `${SHEETS}.styles+xml`),
    content('/xl/sharedStrings.xml', `${SHEETS}.sharedStrings+xml`),
    content('/xl/drawings/drawing1.xml', `${TYPES}.drawing+xml`),
    content('/xl/charts/chart1.xml', `${TYPES}.drawingml.chart+xml`),
    content('/xl/comments1.xml', `${SHEETS}.comments+xml`),
    content('/xl/calcChain.xml', `${SHEETS}.calcChain+xml`),
    content('/xl/vbaProject.bin', 'application/vnd.ms-office.vbaProject'),
    content('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    content('/docProps/app.xml', `${TYPES}.extended-properties+xml`),
    content('/docProps/custom.xml', `${TYPES}.custom-properties+xml`),
  ].join('')}</Types>`,
  '_rels/.rels': relations(
    ['officeDocument', 'xl/workbook.xml'],
    [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ['extended-properties', 'docProps/app.xml'],
    ['custom-properties', 'docProps/custom.xml'],
  ),
  'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>区热线办</dc:creator></cp:coreProperties>`,
  'docProps/app.xml': `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>`,
  'docProps/custom.xml': `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.18608</vt:lpwstr></property></Properties>`,
  'xl/workbook.xml': WORKBOOK,
  'xl/_rels/workbook.xml.rels': relations(
    ['worksheet', 'worksheets/sheet1.xml'],
    ['worksheet', 'worksheets/sheet2.xml'],
    ['worksheet', 'worksheets/sheet3.xml'],
    ['theme', 'theme/theme1.xml'],
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
    ['calcChain', 'calcChain.xml'],
    ['http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin'],
  ),
  'xl/worksheets/sheet1.xml': FORM,
  'xl/worksheets/_rels/sheet1.xml.rels': relations(
    ['hyperlink', 'http://12345.example.gov.cn/', true],
    ['printerSettings', '../printerSettings/printerSettings1.bin'],
    ['drawing', '../drawings/drawing1.xml'],
    ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
    ['comments', '../comments1.xml'],
  ),
  'xl/worksheets/sheet2.xml': SUMMARY,
  'xl/worksheets/sheet3.xml': LISTS,
  'xl/theme/theme1.xml': THEME,
  'xl/styles.xml': STYLES,
  'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}" count="21" uniqueCount="21">${STRINGS.map((string) => `<si>${string}</si>`).join('')}</sst>`,
  'xl/calcChain.xml': `${XML}<calcChain xmlns="${MAIN}"><c r="C8" i="1"/><c r="B1" i="2"/></calcChain>`,
  'xl/drawings/drawing1.xml': DRAWING,
  'xl/drawings/_rels/drawing1.xml.rels': relations(['image', '../media/image1.png'], ['chart', '../charts/chart1.xml']),
  'xl/drawings/vmlDrawing1.vml': VML,
  'xl/charts/chart1.xml': CHART,
  'xl/comments1.xml': `${XML}<comments xmlns="${MAIN}"><authors><author>区热线办</author></authors><commentList><comment ref="C8" authorId="0"><text><t>自动合计，不要改</t></text></comment><comment ref="H3" authorId="0"><text><t>可不填</t></text></comment></commentList></comments>`,
  'xl/media/image1.png': PNG,
  'xl/printerSettings/printerSettings1.bin': Uint8Array.from({ length: 300 }, (_, at) => at % 251),
  'xl/vbaProject.bin': Uint8Array.from({ length: 900 }, (_, at) => (at * 7) % 256),
};
