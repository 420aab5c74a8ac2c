import { domainToASCII } from 'node:url';

import { doubtsAbout } from '../adapters/address-doubts.ts';
import { contactIdOf } from '../adapters/contact-id.ts';
import type { SheetRow } from './cell.ts';
import type { ColumnMapping } from './columns.ts';
import { explain } from './file-problem.ts';
import { Gathering } from './gathering.ts';
import { succeed } from './result.ts';

interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

const sheet = (name: string, ...rows: SheetRow['cells'][]): Sheet => ({
  name,
  rows: rows.map((cells, n) => ({ row: n + 1, cells })),
});
const gather = (sheets: readonly Sheet[], mapping: ColumnMapping = {}) => {
  const gathering = new Gathering({ mapping, toAscii: domainToASCII, contactIdOf, doubtsAbout, edition: 0 });
  for (const { name, rows } of sheets) {
    gathering.beginSheet(name);
    gathering.take(rows);
  }
  const ended = gathering.endFile();
  const gathered = gathering.end();
  const { chunks, rejected } = gathering.yield();
  return ended.ok ? succeed({ ...gathered, contacts: chunks.flat(), chunks, rejected }) : ended;
};

it('reads every sheet that has addresses and notes the others', () => {
  const gathered = gather([
    sheet('People', ['email', 'name'], ['ada@example.com', 'Ada']),
    sheet('Notes', ['remember the milk']),
    sheet('More', ['이름', '이메일'], ['민준', 'minjun@example.com']),
    sheet('Empty'),
  ]);

  expect(gathered).toMatchObject({
    ok: true,
    value: {
      contacts: [
        { contactId: contactIdOf('ada@example.com'), address: 'ada@example.com', fields: { name: 'Ada' } },
        { contactId: contactIdOf('minjun@example.com'), address: 'minjun@example.com', fields: { 이름: '민준' } },
      ],
      tally: { rows: 2, accepted: 2, duplicates: 0, rejected: 0 },
      notes: ['The sheet "Notes" was left out: it has no column with e-mail addresses.'],
    },
  });
});

it('lets the later of two rows about one contact win, cell by cell', () => {
  const gathered = gather([
    sheet(
      'People',
      ['email', 'name', 'plan', 'city'],
      ['ada@example.com', 'Ada', 'free', 'London'],
      [' ADA@example.com', 'Ada L.', 'pro', undefined],
    ),
  ]);

  expect(gathered).toMatchObject({
    ok: true,
    value: {
      contacts: [{ fields: { name: 'Ada L.', plan: 'pro', city: 'London' } }],
      tally: { rows: 2, accepted: 1, duplicates: 1, rejected: 0 },
    },
  });
});

it('rejects a row alone, with its number, its column and what is in it', () => {
  const gathered = gather([
    sheet(
      'People',
      ['Our people'],
      [],
      ['name', 'email'],
      [undefined, ' '],
      ['Ada', 'ada@example'],
      ['Eve', 'eve@example.com'],
    ),
  ]);

  expect(gathered).toMatchObject({
    ok: true,
    value: {
      rejected: [{ sheet: 'People', row: 5, column: 'email', value: 'ada@example', problem: 'domain_has_no_dot' }],
      tally: { rows: 2, accepted: 1, duplicates: 0, rejected: 1 },
    },
  });
});

it.each([
  ['field_too_long', ['a'.repeat(4_097)]],
  ['fields_too_long', Array.from({ length: 9 }, () => 'a'.repeat(4_000))],
])('rejects a row with %s', (problem, texts) => {
  const headers = texts.map((_, n) => `field ${n}`);

  const gathered = gather([sheet('People', ['email', ...headers], ['ada@example.com', ...texts])]);

  expect(gathered).toMatchObject({ ok: true, value: { rejected: [{ row: 2, problem }] } });
});

it.each([
  ['no sheet holds anything', [sheet('Empty', [undefined, ''])], {}, 'rows_missing'],
  ['there are headers only', [sheet('People', ['email', 'name'])], {}, 'rows_missing'],
  ['no column holds addresses', [sheet('People', ['name'], ['Ada'])], {}, 'address_column_missing'],
  [
    'the chosen column is not there',
    [sheet('People', ['email'], ['a@b.kr'])],
    { address: 'Mail' },
    'address_column_missing',
  ],
])('refuses a file when %s', (...[, sheets, mapping, kind]) => {
  expect(gather(sheets, mapping)).toMatchObject({ ok: false, problem: { kind } });
});

it('names the headers it found, but not what may be people', () => {
  const told = (...first: string[]) => {
    const gathered = gather([sheet('People', first, ['x'])]);
    return gathered.ok ? '' : explain(gathered.problem).message;
  };

  expect(told('name', 'city')).toMatch(/name, city\.$/);
  expect(told('Ada', 'ada@example.com')).not.toMatch(/ada/i);
});

it('takes an error of Excel for nothing, and says how many there are', () => {
  const gathered = gather([
    sheet(
      'People',
      ['email', 'name'],
      ['ada@example.com', { error: '#N/A' }],
      [{ error: '#REF!' }, 'Eve'],
      [{ error: '#REF!' }],
    ),
  ]);

  expect(gathered).toMatchObject({
    ok: true,
    value: {
      contacts: [{ fields: {} }],
      tally: { rows: 2, accepted: 1, rejected: 1 },
      notes: ['1 cell holds an error of Excel, such as #N/A, instead of a value; taken for empty.'],
    },
  });
});

it('cuts chunks of a thousand contacts and marks those who were in an earlier one', () => {
  const people = Array.from({ length: 1_500 }, (_, n) => [`person.${n}@example.com`, 'a']);

  const gathered = gather([sheet('People', ['email', 'name'], ...people, ['person.3@example.com', 'b'])]);

  const [first, second] = gathered.ok ? gathered.value.chunks : [];
  expect([first?.length, second?.length]).toEqual([1_000, 501]);
  expect([first?.[3], second?.at(-1)]).toEqual([
    {
      contactId: contactIdOf('person.3@example.com'),
      address: 'person.3@example.com',
      fields: { name: 'a' },
      position: 4,
    },
    {
      contactId: contactIdOf('person.3@example.com'),
      address: 'person.3@example.com',
      fields: { name: 'b' },
      position: 1_501,
      isRepeated: true,
    },
  ]);
});

it('puts any number of rows about one contact into one chunk', () => {
  const rows = Array.from({ length: 2_500 }, (_, n) => ['ada@example.com', `name ${n}`]);

  expect(gather([sheet('People', ['email', 'name'], ...rows)])).toMatchObject({
    ok: true,
    value: {
      chunks: [[{ fields: { name: 'name 2499' }, position: 2_500 }]],
      tally: { accepted: 1, duplicates: 2_499 },
    },
  });
});

it('wants no more rows of a sheet once its headers would have come', () => {
  const gathering = new Gathering({ mapping: {}, toAscii: domainToASCII, contactIdOf, doubtsAbout, edition: 0 });
  gathering.beginSheet('Notes');

  expect(gathering.take([{ row: 20, cells: ['name'] }])).toEqual({ ok: true, value: true });
  expect(gathering.take([{ row: 21, cells: ['email'] }])).toEqual({ ok: true, value: false });
});

it('counts contacts whom nobody in particular reads, or nobody for long, and imports them', () => {
  const rows = [['info@example.com'], ['INFO@example.com'], ['ada@mailinator.com'], ['ada@example.com']];

  expect(gather([sheet('People', ['email'], ...rows)])).toMatchObject({
    ok: true,
    value: { tally: { accepted: 3 }, doubtful: { role: 1, disposable: 1 } },
  });
});
