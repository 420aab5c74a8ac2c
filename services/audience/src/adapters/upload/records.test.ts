import fc from 'fast-check';

import { UnreadableFile } from '../../application/unreadable-file.ts';
import { delimiterOf } from './delimited-text.ts';
import { parsedRecords } from './parsed-records.ts';
import { readRecords } from './records.ts';

type Reader = (text: AsyncIterable<string>, delimiter: string) => AsyncIterable<readonly (readonly string[])[]>;

async function* piecesOf(text: string, cuts: readonly number[]): AsyncGenerator<string> {
  const ends = [...cuts, text.length].filter((end) => end <= text.length).toSorted((one, other) => one - other);
  for (const [n, end] of ends.entries()) yield text.slice(ends[n - 1] ?? 0, end);
}

const heard = async (reader: Reader, text: string, cuts: readonly number[] = []) => {
  const records: (readonly string[])[] = [];
  try {
    const opened = await delimiterOf(piecesOf(text, cuts), ',');
    for await (const some of reader(opened.text, ',')) records.push(...some);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return error.problem;
  }
  return records;
};

/** Lines as programs write them, and whatever else quotation marks may do. */
const lines = fc
  .array(
    fc.oneof(
      fc.constantFrom('a,b', '', 'a,"b"', '"a","b, c"', '"a ""b"" c",d', '"a\nb",c', '"",,', '5" pipe,a', '"a"b,c'),
      fc.string({ unit: fc.constantFrom('a', '가', '"', ',', ' ', '\n', '\r'), maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .chain((those) => fc.constantFrom('\n', '\r\n', '\r').map((end) => those.join(end)));

it('reads what the parser reads, wherever the text is cut', async () => {
  await fc.assert(
    fc.asyncProperty(lines, fc.array(fc.nat(60), { maxLength: 6 }), async (text, cuts) => {
      expect(await heard(readRecords, text, cuts)).toEqual(await heard(parsedRecords, text));
    }),
    { numRuns: 1_000 },
  );
});

it('holds no more than a record may be long', async () => {
  const text = `email,name\nada@example.com,"${'\nAda,'.repeat(2 ** 19)}`;
  const cuts = Array.from({ length: 40 }, (_, n) => n * 2 ** 16);

  expect(await heard(readRecords, text, cuts)).toMatchObject({ kind: 'text_unreadable' });
});

it.each([
  ['among others', `email\nada@example.com${','.repeat(16_384)}\n`],
  ['with a quotation mark', `email\n"ada@example.com"${','.repeat(16_384)}\n`],
  ['that never ends', `email${','.repeat(6_000_000)}`],
])('takes no row for one of contacts that is wider than any sheet: %s', async (_, text) => {
  const cuts = Array.from({ length: 100 }, (__, n) => n * 2 ** 16);
  const tooWide = { kind: 'text_unreadable', because: expect.stringContaining('16,384 columns') };

  expect(await heard(readRecords, text, cuts)).toMatchObject(tooWide);
});

it('reads a row that is as wide as a sheet may be', async () => {
  const widest = `email${','.repeat(16_383)}`;

  expect(await heard(readRecords, `${widest}\n${widest}"a"`)).toMatchObject([{ length: 16_384 }, { length: 16_384 }]);
});
