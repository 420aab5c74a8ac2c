import fc from 'fast-check';

import { nameCode } from './name-code.ts';
import { decodeXml } from './text.ts';
import { XmlScanner } from './xml-scanner.ts';

const heard = (pieces: readonly Buffer[]): readonly string[] => {
  const events: string[] = [];
  const say = (kind: string, what: string) => {
    // A text may come in several pieces.
    if (kind === 'text' && events.at(-1)?.startsWith('text')) events.push(`${events.pop()}${what}`);
    else events.push(`${kind} ${what}`);
  };
  const scanner = new XmlScanner(
    {
      open: (name, bytes, from, to) => say('open', `${name}${bytes.toString('utf8', from, to)}`),
      text: (piece, from, to, flags) => say('text', decodeXml(piece, from, to, flags)),
      close: (name) => say('close', String(name)),
    },
    1_000,
  );
  for (const piece of pieces) scanner.write(piece);
  scanner.end();
  return events;
};

const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((some) =>
  some
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, ''),
);
const aside = fc.constantFrom('<!-- a < b > c -->', '<?a b?>', '<![CDATA[<x> & ]] >]]>', '');
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom('c', 'row', 'x:v', 'sheetData', 'is'),
      fc.constantFrom('', ' r="A1"', " a='>' b=\"'\""),
      tie('content'),
    )
    .map(([name, attributes, content]) =>
      content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name} >`,
    ),
  content: fc
    .array(fc.oneof({ maxDepth: 4 }, text, aside, tie('element')), { maxLength: 4 })
    .map((contents) => contents.join('')),
}));

it('hears the same, however a document arrives', () => {
  const cuts = fc.array(fc.nat(400), { maxLength: 12 });
  fc.assert(
    fc.property(element, cuts, fc.boolean(), (document, places, hasMark) => {
      const bytes = Buffer.from(`${hasMark ? '\uFEFF' : ''}<?xml version="1.0"?>${document}\n`);
      const at = [0, ...places.filter((place) => place < bytes.length).toSorted((a, b) => a - b), bytes.length];
      const pieces = at.slice(1).map((end, n) => bytes.subarray(at[n], end));
      const letters = Array.from(bytes, (_, n) => bytes.subarray(n, n + 1));

      const whole = heard([bytes]);
      expect(heard(pieces)).toEqual(whole);
      expect(heard(letters)).toEqual(whole);
    }),
  );
});

it('gives the names of the format codes of their own', () => {
  const names =
    'c v t s r f is si row rPh rPr sst col cols phoneticPr sheetData sheetViews sheetPr dimension mergeCell mergeCells worksheet hyperlinks hyperlink pageMargins pageSetup drawing legacyDrawing extLst ext conditionalFormatting cfRule dataValidations dataValidation formula formula1 autoFilter sheetFormatPr sheetCalcPr sheetProtection numFmt numFmts cellXfs cellStyleXfs xf xfs fonts font fills fill borders border dxfs tableStyles sheet sheets workbook workbookPr definedNames definedName calcPr Relationship Relationships'.split(
      ' ',
    );

  expect(new Set(names.map(nameCode)).size).toBe(new Set(names).size);
});

it.each([
  ['nothing', ''],
  ['a text alone', 'a'],
  ['two roots', '<a/><b/>'],
  ['a text behind the root', '<a/>b'],
  ['a tag that is not closed', '<a>'],
  ['half a tag', '<a'],
  ['half a comment', '<a><!-- </a>'],
  ['a tag inside of a tag', '<a <b/></a>'],
  ['a tag inside of a value', '<a b="<c/>"/>'],
  ['another tag that is closed', '<a></b>'],
  ['one tag too many that is closed', '<a></a></a>'],
  ['a tag without a name', '<a>< b/></a>'],
  ['a document type', '<!DOCTYPE a><a/>'],
  ['tags in tags in tags', '<a>'.repeat(300) + '</a>'.repeat(300)],
])('refuses %s', (_, document) => {
  expect(() => heard([Buffer.from(document)])).toThrow(
    expect.objectContaining({ name: 'WorkbookError', fault: 'malformed' }),
  );
});
