import { readFile } from 'node:fs/promises';

import { encode } from 'iconv-lite';
import writeWorkbook from 'write-excel-file/node';

import { UnreadableFile } from '../../application/unreadable-file.ts';
import { shown } from '../../domain/cell.ts';
import { BytesSource } from '../../testing/bytes-source.ts';
import { withHidden } from '../../testing/hidden-sheets.ts';
import { readBeginning } from './read-beginning.ts';

const sample = (name: string) => readFile(new URL(`../../../../../samples/${name}`, import.meta.url));
const begin = async (fileName: string, bytes: Uint8Array, { sheet, ...format }: Wish = {}) => {
  const source = new BytesSource(bytes);
  const beginning = await readBeginning({ fileName, source, format }, { sheet, rows: 3 });
  return { ...beginning, rows: beginning.rows.map(({ cells }) => cells.map(shown).join('/')), fetched: source.fetched };
};
interface Wish {
  readonly sheet?: string;
  readonly encoding?: 'utf-8' | 'cp949';
  readonly delimiter?: ';';
}
const faultOf = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof UnreadableFile ? error.problem : error),
  );
const lines = (head: string, line: string) => `${head}\n${`${line}\n`.repeat(500_000)}`;

it('reads the first rows of a workbook, and names its sheets', async () => {
  const bytes = await writeWorkbook([
    { sheet: 'Notes', data: [[{ value: 'milk' }]] },
    { sheet: 'People', data: ['email', 'a@b.kr', 'c@d.kr', 'e@f.kr'].map((value) => [{ value }]) },
  ]).toBuffer();

  expect(await begin('people.xlsx', bytes)).toMatchObject({
    sheets: ['Notes', 'People'],
    sheet: 'Notes',
    rows: ['milk'],
  });
  expect(await begin('people.xlsx', bytes, { sheet: 'People' })).toMatchObject({
    sheet: 'People',
    rows: ['email', 'a@b.kr', 'c@d.kr'],
  });
  expect(await faultOf(begin('people.xlsx', bytes, { sheet: 'Members' }))).toMatchObject({
    kind: 'sheet_missing',
    found: ['Notes', 'People'],
  });
});

it('looks at the first sheet that people see, and names no other', async () => {
  const data = (...values: readonly string[]) => values.map((value) => [{ value }]);
  const bytes = await writeWorkbook([
    { sheet: 'Lookup', data: data('x') },
    { sheet: 'People', data: data('email', 'a@b.kr') },
  ]).toBuffer();

  expect(await begin('people.xlsx', withHidden(bytes, ['Lookup']))).toMatchObject({
    sheets: ['People'],
    rows: ['email', 'a@b.kr'],
  });
  expect(await begin('people.xlsx', withHidden(bytes, ['Lookup', 'People']))).toMatchObject({
    sheets: ['Lookup', 'People'],
  });
});

it('reads the first rows of a sheet whose strings stand behind all those of another', async () => {
  const data = (name: string, rows: number) => Array.from({ length: rows }, (_, n) => [{ value: `${name} ${n}` }]);
  const bytes = await writeWorkbook([
    { sheet: 'Large', data: data('large', 60_000) },
    { sheet: 'Small', data: data('small', 4) },
  ]).toBuffer();

  expect((await begin('people.xlsx', bytes)).rows).toEqual(['large 0', 'large 1', 'large 2']);
  expect((await begin('people.xlsx', bytes, { sheet: 'Small' })).rows).toEqual(['small 0', 'small 1', 'small 2']);
});

it('tells what a text file is written in', async () => {
  const { sheets, ...beginning } = await begin('newsletter-cp949.csv', await sample('newsletter-cp949.csv'));

  expect(sheets).toBeUndefined();
  expect(beginning).toMatchObject({ sheet: 'newsletter-cp949.csv', encoding: 'cp949', delimiter: ',' });
});

it.each([
  ['utf-8', 'utf-8'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['cp949', 'cp949'],
])('fetches the beginning of a large text in %s and no more, without cutting a letter', async (name, encoding) => {
  const bytes = encode(lines('email;이름', 'minjun@example.com;김민준입니다'), name);

  const beginning = await begin('people.csv', bytes);

  expect(beginning).toMatchObject({ encoding, delimiter: ';', rows: expect.arrayContaining(['email/이름']) });
  expect(beginning.fetched).toBeLessThan(300_000);
  expect(bytes.length).toBeGreaterThan(10_000_000);
});

it('does not say what plain ASCII is written in as long as more follows', async () => {
  const long = await begin('people.csv', Buffer.from(lines('email', 'ada@example.com')));
  const short = await begin('people.csv', Buffer.from('email\nada@example.com'));

  expect([long.encoding, short.encoding]).toEqual([undefined, 'utf-8']);
});

it('follows what somebody says of a text', async () => {
  const bytes = encode('email;이름,성\na@b.kr;민준,김', 'cp949');

  expect(await begin('people.csv', bytes, { encoding: 'cp949', delimiter: ';' })).toMatchObject({
    rows: ['email/이름,성', 'a@b.kr/민준,김'],
  });
  expect(await faultOf(begin('people.csv', bytes, { encoding: 'utf-8' }))).toMatchObject({ kind: 'text_unreadable' });
});

it('shows what stands above a quotation mark that is never closed', async () => {
  const { rows } = await begin('people.csv', Buffer.from(`email\na@b.kr\n"${'x\n'.repeat(1_000)}`));

  expect(rows.slice(0, 2)).toEqual(['email', 'a@b.kr']);
});

it.each([
  ['an old workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)])],
  ['a broken workbook', Buffer.from('PK\u0003\u0004 and then nothing')],
])('says what is the matter with %s', async (_, bytes) => {
  expect(await faultOf(begin('people.xlsx', bytes))).toMatchObject({ kind: 'workbook_unreadable' });
});
