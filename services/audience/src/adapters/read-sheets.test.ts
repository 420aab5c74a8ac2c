import { readFile } from 'node:fs/promises';
import { domainToASCII } from 'node:url';

import { encode } from 'iconv-lite';
import writeWorkbook from 'write-excel-file/node';

import type { Sheet } from '../domain/cell.ts';
import { gatherContacts } from '../domain/gather-contacts.ts';
import { contactIdOf } from './contact-id.ts';
import { readSheets } from './read-sheets.ts';

const sample = (name: string) => readFile(new URL(`../../../../samples/${name}`, import.meta.url));
const ole = (text: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1_024),
    Buffer.from(text, 'utf16le'),
    Buffer.alloc(64),
  ]);
const read = (fileName: string, bytes: Uint8Array) => readSheets({ fileName, bytes });
const rowsOf = async (fileName: string, bytes: Uint8Array): Promise<Sheet['rows'] | undefined> => {
  const sheets = await read(fileName, bytes);
  return sheets.ok ? sheets.value[0]?.rows : undefined;
};

it.each(['newsletter.xlsx', 'newsletter-cp949.csv'])('reads every name in %s as it is written', async (name) => {
  const expected = JSON.parse((await sample('expected.json')).toString())[name.endsWith('csv') ? 'csv' : 'xlsx'];
  const sheets = await read(name, await sample(name));

  const gathered = sheets.ok
    ? gatherContacts(sheets.value, { mapping: {}, toAscii: domainToASCII, contactIdOf })
    : sheets;
  const people = gathered.ok
    ? gathered.value.contacts.map(({ address, fields }) => ({ address, name: fields['name'] }))
    : [];

  const { rows, accepted, duplicates, rejected } = expected;
  expect(gathered).toMatchObject({ ok: true, value: { tally: { rows, accepted, duplicates, rejected } } });
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

  expect(sheets.ok && sheets.value.map(({ name }) => name)).toEqual(['첫째', 'Second']);
  expect(sheets.ok && sheets.value[0]?.rows[3]).toEqual([null, 'ada@example.com', new Date('2026-11-21'), 12.5, true]);
  expect(sheets.ok && sheets.value[1]?.rows).toEqual([['a & <b>']]);
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
  expect(await read(fileName, bytes)).toMatchObject({ ok: false, problem: { kind } });
});

it('refuses a workbook that would unpack to more than there is memory for', async () => {
  const bytes = await writeWorkbook([['email']]).toBuffer();
  const directory = bytes.indexOf(Buffer.from('504b0102', 'hex'));
  bytes.writeUInt32LE(0xffff_fff0, directory + 24);

  expect(await read('people.xlsx', bytes)).toMatchObject({ ok: false, problem: { kind: 'file_too_large' } });
});

it.each([
  ['commas', 'email,name\r\nada@example.com,"Lovelace, Ada"\r\n', ['ada@example.com', 'Lovelace, Ada']],
  ['semicolons', 'email;name\nada@example.com;Lovelace, Ada\n', ['ada@example.com', 'Lovelace, Ada']],
  ['tabs', 'email\tname\nada@example.com\tLovelace, Ada', ['ada@example.com', 'Lovelace, Ada']],
  ['old line ends', 'email,name\rada@example.com,Ada\r', ['ada@example.com', 'Ada']],
  ['one column', 'email\nada@example.com\n', ['ada@example.com']],
  ['quotes inside', 'email,name\nada@example.com,"Ada ""Countess"" L."\n', ['ada@example.com', 'Ada "Countess" L.']],
  ['lines inside', 'email,name\nada@example.com,"Ada\nLovelace"\n', ['ada@example.com', 'Ada\nLovelace']],
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
