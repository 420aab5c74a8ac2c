import { readFile } from 'node:fs/promises';
import { domainToASCII } from 'node:url';

import { encode } from 'iconv-lite';
import writeWorkbook from 'write-excel-file/node';

import { UnreadableFile } from '../../application/unreadable-file.ts';
import type { SheetRow } from '../../domain/cell.ts';
import { Gathering } from '../../domain/gathering.ts';
import type { TextFormat } from '../../domain/text-format.ts';
import { BytesSource } from '../../testing/bytes-source.ts';
import { doubtsAbout } from '../address-doubts.ts';
import { contactIdOf } from '../contact-id.ts';
import { openFile } from './open-file.ts';

const sample = (name: string) => readFile(new URL(`../../../../../samples/${name}`, import.meta.url));
const ole = (text: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1_024),
    Buffer.from(text, 'utf16le'),
    Buffer.alloc(64),
  ]);

const read = async (fileName: string, bytes: Uint8Array, { format = {}, pieceBytes = 65_536 }: Reading = {}) => {
  const { sheets } = await openFile({ fileName, source: new BytesSource(bytes, pieceBytes), format });
  const found: { readonly name: string; readonly rows: readonly SheetRow[] }[] = [];
  for (const sheet of sheets) {
    const rows: SheetRow[] = [];
    for await (const some of sheet.rows()) rows.push(...some);
    found.push({ name: sheet.name, rows });
  }
  return found;
};
interface Reading {
  readonly format?: TextFormat;
  readonly pieceBytes?: number;
}

const rowsOf = async (fileName: string, bytes: Uint8Array, reading?: Reading) =>
  (await read(fileName, bytes, reading))[0]?.rows.map(({ cells }) => cells);

const faultOf = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof UnreadableFile ? error.problem : error),
  );

it.each(['newsletter.xlsx', 'newsletter-cp949.csv'])('reads every name in %s as it is written', async (name) => {
  const expected = JSON.parse((await sample('expected.json')).toString())[name.endsWith('csv') ? 'csv' : 'xlsx'];
  const gathering = new Gathering({ mapping: {}, toAscii: domainToASCII, contactIdOf, doubtsAbout, edition: 0 });

  for (const sheet of await read(name, await sample(name))) {
    gathering.beginSheet(sheet.name);
    gathering.take(sheet.rows);
  }
  const gathered = gathering.end();
  const named = gathering.yield().chunks.flat();
  // The lower row about a contact comes later, and a map keeps the place of the first.
  const names = new Map(named.map(({ address, fields }) => [address, fields['name']]));
  const people = [...names].map(([address, name]) => ({ address, name }));

  const { rows, accepted, duplicates, rejected } = expected;
  expect(gathered).toMatchObject({ tally: { rows, accepted, duplicates, rejected } });
  expect(people.filter(({ address }) => address !== expected.leftBefore)).toEqual(expected.recipients);
});

it('reads every kind of cell where it stands', async () => {
  const written = writeWorkbook([
    {
      sheet: '첫째',
      data: [
        [null, null],
        [],
        [null, 'email', 'since', 'points', 'vip'],
        [null, 'ada@example.com', { value: new Date('2026-11-21'), type: Date, format: 'yyyy-mm-dd' }, 12.5, true],
      ],
    },
    { sheet: 'Second', data: [['a & <b>']] },
  ]);

  const sheets = await read('people.xlsx', await written.toBuffer());

  const empty = undefined;
  expect(sheets).toEqual([
    {
      name: '첫째',
      rows: [
        { row: 3, cells: [empty, 'email', 'since', 'points', 'vip'] },
        { row: 4, cells: [empty, 'ada@example.com', new Date('2026-11-21'), 12.5, true] },
      ],
    },
    { name: 'Second', rows: [{ row: 1, cells: ['a & <b>'] }] },
  ]);
});

it.each([
  ['an encrypted workbook', 'people.xlsx', ole('EncryptedPackage'), 'workbook_encrypted'],
  ['a workbook of Excel 97', 'people.xls', ole('Workbook\0'), 'workbook_old'],
  ['another container', 'people.doc', ole('WordDocument'), 'workbook_unreadable'],
  ['a text named like a workbook', 'people.xlsx', Buffer.from('email\nada@example.com\n'), 'workbook_expected'],
  ['a broken archive', 'people.xlsx', Buffer.from('PK\u0003\u0004 and nothing else'), 'workbook_unreadable'],
  [
    'an archive with nothing of a workbook',
    'people.xlsx',
    Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex'),
    'workbook_unreadable',
  ],
  ['an open quotation mark', 'people.csv', Buffer.from('email,name\nada@example.com,"Ada\n'), 'text_unreadable'],
])('refuses %s', async (...[, fileName, bytes, kind]) => {
  expect(await faultOf(read(fileName, bytes))).toMatchObject({ kind });
});

it('refuses a workbook that would unpack to more than a workbook holds', async () => {
  const bytes = await writeWorkbook([['email']]).toBuffer();
  const entry = Buffer.from('504b0102', 'hex');
  for (let at = bytes.indexOf(entry); at >= 0; at = bytes.indexOf(entry, at + 4))
    bytes.writeUInt32LE(0xffff_fff0, at + 24);

  expect(await faultOf(read('people.xlsx', bytes))).toEqual({ kind: 'workbook_too_large' });
});

it.each([
  ['commas', 'email,name\r\nada@example.com,"Lovelace, Ada"\r\n', ['ada@example.com', 'Lovelace, Ada']],
  ['semicolons', 'email;name\nada@example.com;Lovelace, Ada\n', ['ada@example.com', 'Lovelace, Ada']],
  ['tabs', 'email\tname\nada@example.com\tLovelace, Ada', ['ada@example.com', 'Lovelace, Ada']],
  ['old line ends', 'email,name\rada@example.com,Ada\r', ['ada@example.com', 'Ada']],
  ['one column', 'email\nada@example.com\n', ['ada@example.com']],
  ['quotes inside', 'email,name\nada@example.com,"Ada ""Countess"" L."\n', ['ada@example.com', 'Ada "Countess" L.']],
  ['lines inside', 'email,name\nada@example.com,"Ada\r\nLovelace"\n', ['ada@example.com', 'Ada\nLovelace']],
  ['line ends of several systems', 'email,name\rada@example.com,Ada\r\neve@x.kr,Eve\n', ['ada@example.com', 'Ada']],
  ['a delimiter in a header', '"email",";;;name"\nada@example.com,Ada\n', ['ada@example.com', 'Ada']],
])('reads a text with %s', async (_, text, row) => {
  expect((await rowsOf('people.csv', Buffer.from(text)))?.[1]).toEqual(row);
});

it('counts empty lines and the line in which Excel declares the delimiter', async () => {
  const rows = await rowsOf('people.csv', Buffer.from('sep=|\r\nemail|name\r\n\r\nada@example.com|Ada\r\n'));

  expect(rows).toEqual([[''], ['email', 'name'], [''], ['ada@example.com', 'Ada']]);
});

it('reads what Excel saves as Unicode text', async () => {
  const rows = await rowsOf(
    'people.txt',
    encode('이메일\t이름\r\nada@example.com\t에이다\r\n', 'utf-16le', { addBOM: true }),
  );

  expect(rows).toEqual([
    ['이메일', '이름'],
    ['ada@example.com', '에이다'],
  ]);
});

it('looks at what a file is, not at what it is called', async () => {
  const bytes = await writeWorkbook([['email'], ['ada@example.com']]).toBuffer();

  expect(await rowsOf('people.csv', bytes)).toEqual([['email'], ['ada@example.com']]);
});

it.each([
  ['commas', 'email,name\r\nada@example.com,"Lovelace, ""Ada""\r\n김"\r\n'],
  ['old line ends', 'email,name\rada@example.com,Ada\r'],
])('reads a text with %s alike wherever its pieces meet', async (_, text) => {
  const whole = await rowsOf('people.csv', Buffer.from(text));

  for (let pieceBytes = 1; pieceBytes < 12; pieceBytes += 1) {
    expect(await rowsOf('people.csv', Buffer.from(text), { pieceBytes })).toEqual(whole);
  }
});

it('believes who says what the encoding and the delimiter are', async () => {
  const bytes = encode('email;name|x\nada@example.com;M\u00fcller|y\n', 'windows-1252');

  expect(await rowsOf('people.csv', bytes, { format: { encoding: 'windows-1252', delimiter: '|' } })).toEqual([
    ['email;name', 'x'],
    ['ada@example.com;Müller', 'y'],
  ]);
});

it('says that a text is not in the encoding that it is said to be in', async () => {
  const reading = rowsOf('people.csv', encode('이메일', 'cp949'), { format: { encoding: 'utf-8' } });

  expect(await faultOf(reading)).toEqual({
    kind: 'text_unreadable',
    because: 'it has bytes that mean nothing in utf-8, the encoding of the rest.',
  });
});

it('does not swallow a file behind a quotation mark that is never closed', async () => {
  const rows = `ada@example.com,Ada\n`.repeat(200_000);

  expect(await faultOf(read('people.csv', Buffer.from(`email,name\neve@example.com,"Eve\n${rows}`)))).toMatchObject({
    kind: 'text_unreadable',
    because: expect.stringContaining('quotation mark'),
  });
});

const gathered = async (fileName: string, bytes: Uint8Array) => {
  const gathering = new Gathering({ mapping: {}, toAscii: domainToASCII, contactIdOf, doubtsAbout, edition: 0 });
  const { sheets } = await openFile({ fileName, source: new BytesSource(bytes) });
  for (const sheet of sheets) {
    gathering.beginSheet(sheet.name);
    for await (const rows of sheet.rows()) gathering.take(rows);
  }
  const ended = gathering.endFile();
  return ended.ok ? { value: gathering.end() } : ended;
};

it('finds the one contact below a million empty rows', async () => {
  const text = `email,name\n${',\n'.repeat(1_000_000)}ada@example.com,Ada\n`;

  expect(await gathered('people.csv', Buffer.from(text))).toMatchObject({ value: { tally: { rows: 1, accepted: 1 } } });
});

it('rejects the row with a cell of 32 KB, and no other', async () => {
  const rows = [
    ['email', 'note'],
    ['ada@example.com', 'x'.repeat(32_767)],
    ['eve@example.com', 'y'],
  ];
  const bytes = await writeWorkbook(rows).toBuffer();

  expect(await gathered('people.xlsx', bytes)).toMatchObject({ value: { tally: { accepted: 1, rejected: 1 } } });
});

it('reads a sheet of 16,384 columns', async () => {
  const headers = ['email', ...Array.from({ length: 16_383 }, (_, n) => `field ${n % 100}`)];
  const bytes = await writeWorkbook([
    headers,
    ['ada@example.com', 'x', ...Array.from({ length: 16_382 }, () => null)],
  ]).toBuffer();

  expect(await gathered('people.xlsx', bytes)).toMatchObject({ value: { tally: { rows: 1, accepted: 1 } } });
});
