import fc from 'fast-check';

const text = fc.oneof(
  fc.nat(3).map(String),
  fc.nat().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom('', 'a b', '한글', 'a &amp; b', '&#x1F600;', '&no;', '_x000D_', 'a\r\nb', ' 7 ', '-', '0x10', 'é'),
  fc.constantFrom('<!-- 7 -->', '1<![CDATA[2]]>3', '<v>1</v>', 'x'.repeat(250), 'y'.repeat(410)),
);
const mostly = (usual: readonly string[], others: readonly string[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...usual) }, fc.constantFrom(...others));
const place = mostly(['A1', 'B2', 'C3'], ['XFD1', 'XFE1', 'AAAA1', 'a1', 'C', '7', '', 'A12345678', 'Z1 ']);
const style = mostly([''], [' s="0"', ' s="1"', " s='1'", ' s="x"', ' s=""', ' s="12345678"', ' x="1"']);
const type = mostly(
  ['', ' t="s"', ' t="inlineStr"'],
  ['n', 'b', 'str', 'e', 'd', 'sx', ''].map((t) => ` t="${t}"`),
);
const valued = fc.tuple(place, style, type, text).map(([r, s, t, value]) => {
  const inner = t === ' t="inlineStr"' ? `<is><t>${value}</t></is>` : `<v>${value}</v>`;
  return `<c r="${r}"${s}${t}>${inner}</c>`;
});
/** Cells as programs write them. */
export const usualCells = [
  '<c r="A1" t="s"><v>0</v></c>',
  '<c r="B1" s="0" t="s"><v>1</v></c>',
  '<c r="C1" s="1"><v>45982</v></c>',
  '<c r="D1"><v>1.5</v></c>',
  '<c r="E1" t="inlineStr"><is><t>한글 &amp; b</t></is></c>',
  '<c r="F1" t="b"><v>1</v></c>',
  '<c r="A2" t="inlineStr"><is><t></t></is></c>',
  '<c r="B2" t="str"><v>_x000D_</v></c>',
  '<c r="C2"><v></v></c>',
] as const;
const usual = fc.constantFrom(...usualCells);
const odd = fc.constantFrom(
  '<c/>',
  '<c><v>5</v></c>',
  '<c r="B1"><f>A1</f><v>3</v></c>',
  '\n',
  '<t>t</t>',
  '<v>8</v>',
  '<is/>',
  '<x:c r="A1"><x:v>1</x:v></x:c>',
  '<row r="9"/>',
  '</c>',
);
/** Where no program writes a cell or a string. */
const within = (element: fc.Arbitrary<string>, wrappers: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...wrappers), fc.array(element, { maxLength: 3 }))
    .map(([wrapper, elements]) => wrapper.replace('|', elements.join('')));
const simple = fc.oneof({ weight: 20, arbitrary: usual }, { weight: 4, arbitrary: odd }, valued);
const cell = fc.oneof(
  { weight: 3, arbitrary: simple },
  within(simple, [
    '<is>|<t>a</t></is>',
    '<rPh>|</rPh>',
    '<c r="A1">|</c>',
    '<c r="A1">|<v>2</v></c>',
    '<extLst>|</extLst>',
    '<c r="A1" t="inlineStr"><is>|<t>a</t></is></c>',
    '<c r="A1"><v>|</v></c>',
  ]),
);
/** Sheets of all kinds of cells: most as programs write them, some as none does. */
export const sheets = fc
  .array(fc.array(cell, { maxLength: 6 }), { maxLength: 3 })
  .map((rows) => `<a><sheetData>${rows.map((cells) => `<row>${cells.join('')}</row>`).join('')}</sheetData></a>`);

const string = fc
  .tuple(text, fc.constantFrom('', ' xml:space="preserve"', ' x="1"'))
  .map(([value, space]) => `<si><t${space}>${value}</t></si>`);
const oddString = fc.constantFrom(
  '<si/>',
  '<si><t/></si>',
  '<si><r><t>a</t></r><r><t>b</t></r></si>',
  '<si>',
  '<t>c</t>',
  ' ',
  '<si><t>漢</t><rPh sb="0" eb="1"><t>カン</t></rPh></si>',
  '<x:si><x:t>p</x:t></x:si>',
);
export const usualStrings = [
  '<si><t>a</t></si>',
  '<si><t xml:space="preserve"> 한글 &amp; </t></si>',
  '<si><t></t></si>',
] as const;
const usualString = fc.constantFrom(...usualStrings);
const someString = fc.oneof(
  { weight: 6, arbitrary: usualString },
  string,
  oddString,
  within(usualString, [
    '<rPh>|</rPh>',
    '<si>|</si>',
    '<si><t>|</t></si>',
    '<si><t>a</t>|<t>b</t></si>',
    '<si><rPh>|</rPh></si>',
  ]),
);
/** The same for the part with the shared strings. */
export const sharedStrings = fc.array(someString, { maxLength: 12 }).map((some) => `<sst>${some.join('')}</sst>`);

const BYTES = Buffer.from('<>/"\'= crstv1A&!?:-\xff', 'latin1');

/** A document with each of its bytes left out, doubled, and replaced by each of those that mean something. */
export function* withOneByteChanged(document: string): Generator<Buffer> {
  const bytes = Buffer.from(document);
  for (let at = 0; at < bytes.length; at += 1) {
    const [before, behind] = [bytes.subarray(0, at), bytes.subarray(at + 1)];
    yield Buffer.concat([before, behind]);
    yield Buffer.concat([before, bytes.subarray(at, at + 1), bytes.subarray(at)]);
    for (const byte of BYTES) yield Buffer.concat([before, Buffer.of(byte), behind]);
  }
}

/** The document in pieces, some bytes of it replaced by others. */
export const inPieces = (document: fc.Arbitrary<string>) =>
  fc
    .tuple(
      document,
      fc.array(fc.nat(2_000), { maxLength: 6 }),
      fc.oneof(
        fc.constant([]),
        fc.array(fc.tuple(fc.nat(500), fc.constantFrom(...BYTES)), {
          maxLength: 1,
        }),
      ),
    )
    .map(([whole, cuts, changes]) => {
      const bytes = Buffer.from(whole);
      for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
      const places = [0, ...cuts.filter((cut) => cut < bytes.length).toSorted((a, b) => a - b), bytes.length];
      return places.slice(1).map((end, n) => bytes.subarray(places[n], end));
    });
