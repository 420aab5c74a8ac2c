import { domainToASCII } from 'node:url';

import type { Sheet } from './cell.ts';
import type { ColumnMapping } from './columns.ts';
import { explain } from './file-problem.ts';
import { gatherContacts } from './gather-contacts.ts';

const sheet = (name: string, ...rows: Sheet['rows']): Sheet => ({ name, rows });
const gather = (sheets: readonly Sheet[], mapping: ColumnMapping = {}) =>
  gatherContacts(sheets, { mapping, toAscii: domainToASCII, contactIdOf: (address) => `id of ${address}` });

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
        { contactId: 'id of ada@example.com', address: 'ada@example.com', fields: { name: 'Ada' } },
        { contactId: 'id of minjun@example.com', address: 'minjun@example.com', fields: { 이름: '민준' } },
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
      [' ADA@example.com', 'Ada L.', 'pro', null],
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
      [null, ' '],
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
  ['no sheet holds anything', [sheet('Empty', [null, ''])], {}, 'rows_missing'],
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
