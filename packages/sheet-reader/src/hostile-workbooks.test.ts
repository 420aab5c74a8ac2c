import fc from 'fast-check';

import { defaultLimits, type Limits, WorkbookError } from './index.ts';
import { cellsOf, partsOf, readAll, workbookOf, zipped } from './testing/workbooks.ts';

const fault = async (bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<unknown> =>
  readAll(bytes, { limits: { ...defaultLimits, ...limits } }).then(
    () => 'read',
    (error: unknown) => (error instanceof WorkbookError ? error.fault : error),
  );

const parts = partsOf('<row><c><v>1</v></c></row>');
const withSheets = (sheets: string, relationships = '') =>
  zipped({
    ...parts,
    'xl/workbook.xml': `<workbook><sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': (parts['xl/_rels/workbook.xml.rels'] ?? '').replace('</R', `${relationships}</R`),
  });

it('takes nothing for data that a program has added of its own', async () => {
  const added = '<extLst><ext uri="x"><x:c r="B1"><x:v>2</x:v></x:c><x:sheetData/></ext></extLst>';
  const data = `<row r="1"><c r="A1"><v>1</v>${added}</c><c r="C1"><v>3</v></c></row>`;

  expect(await cellsOf(workbookOf(data))).toEqual({ '1:0': 1, '1:2': 3 });
});

it.each([
  ['a truth that is neither', '<c t="b"><v>2</v></c>'],
  ['a hexadecimal number', '<c><v>0x10</v></c>'],
  ['a number with a separator', '<c><v>1_0</v></c>'],
  ['bytes of another encoding in a tag', Buffer.from('<c x="\xff"><v>1</v></c>', 'latin1')],
])('refuses %s', async (_, cell) => {
  const [before = '', behind = ''] = partsOf('|')['xl/worksheets/sheet1.xml']?.split('|') ?? [];
  const sheet = Buffer.concat([Buffer.from(`${before}<row>`), Buffer.from(cell), Buffer.from(`</row>${behind}`)]);

  expect(await fault(zipped({ ...parts, 'xl/worksheets/sheet1.xml': sheet }))).toBe('malformed');
});

it('refuses texts that are too long only together', async () => {
  const runs = `<r><t>${'x'.repeat(50)}</t></r>`.repeat(10);
  const row = `<row><c t="inlineStr"><is>${runs}</is></c><c t="s"><v>0</v></c></row>`;
  const inline = workbookOf(row, { strings: '<si><t>a</t></si>' });
  const shared = workbookOf('<row><c t="s"><v>0</v></c></row>', { strings: `<si>${runs}</si>` });

  expect(await fault(inline, { tokenBytes: 600, rowLetters: 501 })).toBe('read');
  expect(await fault(shared, { tokenBytes: 600 })).toBe('read');
  expect(await fault(inline, { tokenBytes: 499 })).toBe('too_large');
  expect(await fault(shared, { tokenBytes: 499 })).toBe('too_large');
  expect(await fault(inline, { rowLetters: 500 })).toBe('too_large');
});

it('refuses more rows than a sheet has, whatever they say their numbers are', async () => {
  expect(await fault(workbookOf('<row r="1"/>'.repeat(1_048_577)))).toBe('malformed');
});

it('refuses two sheets that are one part', async () => {
  const sheets = '<sheet name="One" r:id="s1"/><sheet name="Two" r:id="s1"/>';
  const other = '<Relationship Id="s9" Type="x/worksheet" Target="/xl/WORKSHEETS/sheet1.xml"/>';

  expect(await fault(withSheets(sheets))).toBe('malformed');
  expect(await fault(withSheets(sheets.replace(/s1"\/>$/, 's9"/>'), other))).toBe('malformed');
});

it('refuses parts that lie one over the other', async () => {
  const bytes = Buffer.from(zipped(parts));
  const entry = Buffer.from('504b0102', 'hex');
  const first = bytes.indexOf(entry);
  bytes.copy(bytes, bytes.indexOf(entry, first + 1) + 42, first + 42, first + 46);

  expect(await fault(bytes)).toBe('damaged');
});

it('refuses a directory larger than it is told to take', async () => {
  expect(await fault(zipped(parts), { smallPartBytes: 100 })).toBe('too_large');
});

// Each of these takes minutes where the time grows with the square of what is written.
it.each([
  ['a tag of one name', withSheets(`<sheet name="One" r:id="s1" ${'a'.repeat(4_000_000)}/>`), 'malformed'],
  ['a tag of spaces', withSheets(`<sheet name="One" r:id="s1" a${' '.repeat(4_000_000)}/>`), 'malformed'],
  [
    'a format of brackets',
    zipped({
      ...parts,
      'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${'['.repeat(4_000_000)}"/></numFmts></styleSheet>`,
    }),
    'malformed',
  ],
  [
    'charts on tabs without end',
    withSheets(
      '<sheet name="One" r:id="last"/>'.repeat(50_000),
      `${'<Relationship Id="z" Type="x" Target="z"/>'.repeat(50_000)}<Relationship Id="last" Type="x/chartsheet" Target="z"/>`,
    ),
    'read',
  ],
  ['a cell of ampersands', workbookOf(`<row><c t="str"><v>${'&amp;'.repeat(200_000)}</v></c></row>`), 'read'],
])('comes to an end with %s', async (_, bytes, expected) => {
  expect(await fault(bytes)).toBe(expected);
});

it('ends with rows or with an error of its own, whatever the parts say', async () => {
  const whole = partsOf(
    '<row r="1" s="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45982</v></c><c r="C1" t="inlineStr"><is><r><t>a&amp;b</t></r></is></c><c t="b"><v>1</v></c></row>',
    {
      strings: '<si><t>x</t><rPh><t>y</t></rPh></si>',
      styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
    },
  );
  const snippet = fc.constantFrom(
    ...'<|>|/>|</c>|<c>|<row>|</row>|"|=|&|;|&#0;|&#x41;|_x0041_|]]>|<![CDATA[|<!--|-->|r="|t="s"|t="|1e999|-1|99999999999|\u0000|\uFEFF|가|<v>|<is>|<si>|<extLst>|</extLst>'.split(
      '|',
    ),
  );
  const change = fc.record({ part: fc.constantFrom(...Object.keys(whole)), at: fc.nat(600), cut: fc.nat(12), snippet });

  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      const spoilt = { ...whole };
      for (const { part, at, cut, snippet: put } of changes) {
        const text = spoilt[part] ?? '';
        spoilt[part] = text.slice(0, at % text.length) + put + text.slice((at % text.length) + cut);
      }

      const found = await fault(zipped(spoilt));

      expect(['read', 'malformed', 'damaged', 'too_large', 'not_a_workbook', 'binary_workbook']).toContain(found);
    }),
    { numRuns: 500 },
  );
});
