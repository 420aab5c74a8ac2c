import { Readable } from 'node:stream';

import { defaultLimits, openWorkbook, WorkbookError } from './index.ts';
import { cellsOf, partsOf, readAll, sourceOf, workbookOf, zipped } from './testing/workbooks.ts';

const fault = async (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof WorkbookError ? error.fault : error),
  );

it.each([
  ['a number', '<c r="A1"><v>12.5</v></c>', 12.5],
  ['a negative number with an exponent', '<c r="A1"><v>-1.5E-3</v></c>', -0.0015],
  ['a long number', '<c r="A1"><v>12345678901234567890</v></c>', 1.2345678901234567e19],
  ['a truth', '<c r="A1" t="b"><v>1</v></c>', true],
  ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', { error: '#N/A' }],
  ['the value of a formula', '<c r="A1" t="str"><f>A2&amp;"x"</f><v>worked out</v></c>', 'worked out'],
  ['an inline string', '<c r="A1" t="inlineStr"><is><t>김철수</t></is></c>', '김철수'],
  [
    'runs of an inline string',
    '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>Ada </t></r><r><t>L.</t></r></is></c>',
    'Ada L.',
  ],
  ['a shared string', '<c r="A1" t="s"><v>0</v></c>', 'shared & <b>'],
  ['runs of a shared string without how they sound', '<c r="A1" t="s"><v>1</v></c>', '山田太郎'],
  ['an empty shared string', '<c r="A1" t="s"><v>2</v></c>', ''],
  ['spaces', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a  b </t></is></c>', ' a  b '],
  ['references', '<c r="A1" t="str"><v>&#x1F600; &#233; &quot;&apos;&gt;</v></c>', '😀 é "\'>'],
  ['what Excel escapes', '<c r="A1" t="str"><v>a_x000D_b_x005F_x000D_c</v></c>', 'a\rb_x000D_c'],
  ['a section of CDATA', '<c r="A1" t="str"><v>a<![CDATA[<b> & ]]>c</v></c>', 'a<b> & c'],
  ['a comment inside of a value', '<c r="A1"><v>1<!-- 9 -->2</v></c>', 12],
  ['line ends', '<c r="A1" t="str"><v>a\r\nb&#13;\nc</v></c>', 'a\nb\r\nc'],
  ['a day', '<c r="A1" s="1"><v>45982</v></c>', new Date('2025-11-21T00:00:00Z')],
  ['a day by a format of its own', '<c r="A1" s="2"><v>45982.75</v></c>', new Date('2025-11-21T18:00:00Z')],
  ['a number with a unit in its format', '<c r="A1" s="3"><v>5</v></c>', 5],
  ['an ISO date', '<c r="A1" t="d"><v>2025-11-21T18:00:00</v></c>', new Date('2025-11-21T18:00:00Z')],
  ['attributes in another order and quotes', "<c t='s'  s=\"0\" r='A1' ><v>0</v></c>", 'shared & <b>'],
])('reads %s', async (_, cell, expected) => {
  const strings =
    '<si><t>shared &amp; &lt;b&gt;</t></si><si><r><t>山田</t></r><r><t>太郎</t></r><rPh sb="0" eb="2"><t>ヤマダ</t></rPh></si><si><t/></si>';
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;년&quot; m&quot;월&quot; d&quot;일&quot;"/><numFmt numFmtId="165" formatCode="0 &quot;days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';

  expect(await cellsOf(workbookOf(`<row r="1">${cell}</row>`, { strings, styles }))).toEqual({ '1:0': expected });
});

it('puts every cell where it stands, and those that do not say behind the one before', async () => {
  const data =
    '<row/><row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c><c r="XFD3"><v>3</v></c><c r="XFA3" s="0"/></row><row><c><v>4</v></c></row><row r="1048576"><c r="AA1048576"><v>5</v></c></row>';

  expect(await cellsOf(workbookOf(data))).toEqual({ '3:1': 1, '3:2': 2, '3:16383': 3, '4:0': 4, '1048576:26': 5 });
});

it('hands on nothing for rows without values', async () => {
  const rows = '<row r="1" ht="20"/><row r="2"><c r="A2" s="0"/><c r="B2"><v></v></c></row>';

  expect(await readAll(workbookOf(rows.repeat(1_000)))).toEqual([{ name: 'One', rows: [] }]);
});

it('reads documents whose tags have a prefix, and the strict format', async () => {
  const parts = partsOf('<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>');
  const prefixed = Object.fromEntries(
    Object.entries(parts).map(([path, part]) => [
      path,
      path.endsWith('.rels')
        ? part.replaceAll('schemas.openxmlformats.org/officeDocument/2006', 'purl.oclc.org/ooxml/officeDocument')
        : part.replaceAll(/<(\/?)([a-z])/gi, '<$1x:$2').replaceAll('xmlns=', 'xmlns:x='),
    ]),
  );

  expect(await cellsOf(zipped(prefixed))).toEqual({ '1:0': 'x' });
});

it('reads sheets in the order of their tabs, wherever their parts lie', async () => {
  const parts = partsOf('<row r="1"><c r="A1"><v>1</v></c></row>');
  const workbook = (parts['xl/workbook.xml'] ?? '').replace(
    '<sheets>',
    '<workbookPr date1904="1"/><sheets><sheet name="나중 &amp; 먼저" sheetId="9" state="hidden" r:id="s9"/>',
  );
  const rels = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
    '</Relationships>',
    '<Relationship Id="s9" Type="http://x/worksheet" Target="../Other/SHEET.xml"/></Relationships>',
  );
  const other = '<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>0</v></c></row></sheetData></worksheet>';

  const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
  const sheets = await readAll(
    zipped({
      ...parts,
      'other/sheet.xml': other,
      'xl/workbook.xml': workbook,
      'xl/_rels/workbook.xml.rels': rels,
      'xl/styles.xml': styles,
    }),
  );

  expect(sheets).toEqual([
    { name: '나중 & 먼저', rows: [{ row: 1, cells: [new Date('1904-01-01T00:00:00Z')] }] },
    { name: 'One', rows: [{ row: 1, cells: [1] }] },
  ]);
});

it.each([
  ['no archive', Buffer.from('email\nada@example.com'), 'not_a_workbook'],
  ['nothing', Buffer.alloc(0), 'not_a_workbook'],
  ['an archive of something else', zipped({ 'a.txt': 'a' }), 'not_a_workbook'],
  [
    'an OpenDocument',
    zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
    'open_document',
  ],
  [
    'a binary workbook',
    zipped({
      ...partsOf(''),
      '_rels/.rels': (partsOf('')['_rels/.rels'] ?? '').replace('workbook.xml', 'workbook.bin'),
      'xl/workbook.bin': 'x',
    }),
    'binary_workbook',
  ],
  [
    'missing styles',
    zipped(Object.fromEntries(Object.entries(partsOf('')).filter(([path]) => !path.includes('styles')))),
    'damaged',
  ],
  [
    'a missing sheet',
    zipped(Object.fromEntries(Object.entries(partsOf('')).filter(([path]) => !path.includes('sheet1')))),
    'damaged',
  ],
  ['a reference to no string', workbookOf('<row><c t="s"><v>7</v></c></row>'), 'malformed'],
  ['a cell of an unknown type', workbookOf('<row><c t="x"><v>7</v></c></row>'), 'malformed'],
  ['a cell outside of the sheet', workbookOf('<row><c r="XFE1"><v>7</v></c></row>'), 'malformed'],
  ['a row outside of the sheet', workbookOf('<row r="1048577"><c><v>7</v></c></row>'), 'malformed'],
  ['a number that is none', workbookOf('<row><c><v>seven</v></c></row>'), 'malformed'],
  ['tags that do not match', workbookOf('<row><c><v>7</c></v></row>'), 'malformed'],
  ['an entity of its own', workbookOf('<row><c t="str"><v>&lol;</v></c></row>'), 'malformed'],
  [
    'a document type',
    zipped({ ...partsOf(''), 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' }),
    'malformed',
  ],
  [
    'bytes that are not UTF-8',
    zipped({
      ...partsOf(''),
      'xl/worksheets/sheet1.xml': Buffer.from(
        '<worksheet><sheetData><row><c t="str"><v>\xff\xfe</v></c></row></sheetData></worksheet>',
        'latin1',
      ),
    }),
    'malformed',
  ],
  [
    'UTF-16',
    zipped({ ...partsOf(''), 'xl/worksheets/sheet1.xml': Buffer.from('\uFEFF<worksheet/>', 'utf16le') }),
    'malformed',
  ],
  [
    'half a document',
    zipped({ ...partsOf(''), 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c><v>1</v></c></row>' }),
    'malformed',
  ],
  ['a text that is too long', workbookOf(`<row><c t="str"><v>${'x'.repeat(2 ** 21)}</v></c></row>`), 'too_large'],
  ['100 MB of spaces', workbookOf(' '.repeat(100 * 2 ** 20)), 'too_large'],
])('refuses %s', async (_, bytes, expected) => {
  expect(await fault(readAll(bytes))).toBe(expected);
});

it('refuses more entries, larger parts and more shared strings than it is told to take', async () => {
  const bytes = workbookOf('<row><c t="s"><v>0</v></c></row>', { strings: `<si><t>${'가'.repeat(1_000)}</t></si>` });
  const within = (limits: Partial<typeof defaultLimits>) =>
    fault(readAll(bytes, { limits: { ...defaultLimits, ...limits } }));

  expect(await within({})).toBe('read');
  expect(await within({ entries: 5 })).toBe('too_large');
  expect(await within({ partBytes: 100 })).toBe('too_large');
  expect(await within({ smallPartBytes: 150 })).toBe('too_large');
  expect(await within({ sharedStringsBytes: 2_000 })).toBe('too_large');
  expect(await within({ ratio: 2, freeBytes: 0 })).toBe('too_large');
});

it('reads no more of the shared strings than it is told to, and says when a cell needs a later one', async () => {
  const strings = Array.from({ length: 50_000 }, (_, n) => `<si><t>text ${n}</t></si>`).join('');
  const firstCell = async (index: number) => {
    const bytes = workbookOf(`<row><c t="s"><v>${index}</v></c></row>`, { strings });
    const { sheets } = await openWorkbook(sourceOf(bytes, 4_096), defaultLimits, 1_000);
    const rows = await sheets[0]?.rows().next();
    return rows?.value?.[0]?.cells;
  };

  expect(await firstCell(999)).toEqual(['text 999']);
  expect(await fault(firstCell(49_999))).toBe('malformed');
});

it('passes on what goes wrong outside of the file', async () => {
  const bytes = Buffer.from(workbookOf('<row r="1"><c><v>1</v></c></row>'));
  const broken = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
  let streams = 0;
  const source = {
    size: bytes.length,
    stream: (start: number, end: number) => {
      streams += 1;
      const stream = Readable.from([bytes.subarray(start, end)]);
      return streams === 1 ? stream : stream.destroy(broken);
    },
  };

  expect(await fault(openWorkbook(source))).toBe(broken);
});
