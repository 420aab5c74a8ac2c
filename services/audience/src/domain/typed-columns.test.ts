import { domainToASCII } from 'node:url';

import { doubtsAbout } from '../adapters/address-doubts.ts';
import { contactIdOf } from '../adapters/contact-id.ts';
import type { SheetRow } from './cell.ts';
import type { ColumnMapping } from './columns.ts';
import { Gathering } from './gathering.ts';

const gather = (rows: readonly SheetRow['cells'][], mapping: ColumnMapping) => {
  const gathering = new Gathering({ mapping, toAscii: domainToASCII, contactIdOf, doubtsAbout, edition: 0 });
  gathering.beginSheet('People');
  gathering.take(rows.map((cells, n) => ({ row: n + 1, cells })));
  gathering.endFile();
  const { notes } = gathering.end();
  const { chunks, rejected } = gathering.yield();
  return { contacts: chunks.flat(), rejected, notes };
};
const typed = (mapping: ColumnMapping, ...values: readonly SheetRow['cells'][]) => {
  return gather([['email', 'age', 'since', 'member'], ...values], mapping);
};
const types = { age: 'number', since: 'date', member: 'boolean' } as const;

it('keeps typed values in one spelling', () => {
  const gathered = typed(
    { types },
    ['ada@example.com', '1,234.50', '2026. 11. 22.', '예'],
    ['eve@example.com', 36, new Date(Date.UTC(2026, 10, 22)), false],
    ['kim@example.com', ' ', undefined, { error: '#N/A' }],
  );

  expect(gathered.contacts.map(({ fields }) => fields)).toEqual([
    { age: '1234.5', since: '2026-11-22', member: 'true' },
    { age: '36', since: '2026-11-22', member: 'false' },
    {},
  ]);
});

it('rejects the whole row for one value that is not of its type, and says which', () => {
  const gathered = typed(
    { types },
    ['ada@example.com', 'many', '2026-11-22', 'yes'],
    ['eve@example.com', 1, '03/04/2026'],
  );

  expect(gathered.contacts).toEqual([]);
  expect(gathered.rejected).toEqual([
    { sheet: 'People', row: 2, column: 'age', value: 'many', problem: 'number_malformed' },
    { sheet: 'People', row: 3, column: 'since', value: '03/04/2026', problem: 'date_ambiguous' },
  ]);
});

it('follows what a person says of how values are written', () => {
  const gathered = typed({ types, decimal: ',', dates: 'day_first' }, ['ada@example.com', '1,234', '03/04/2026', 'no']);

  expect(gathered.contacts[0]?.fields).toEqual({ age: '1.234', since: '2026-04-03', member: 'false' });
});

it('takes a number of a workbook for what it is, however texts beside it are written', () => {
  const gathered = typed(
    { types, decimal: ',', dates: 'month_first' },
    ['ada@example.com', 1.234],
    ['eve@example.com', '1.234'],
    ['kim@example.com', -0.5],
  );

  expect(gathered.contacts.map(({ fields }) => fields['age'])).toEqual(['1.234', '1234', '-0.5']);
});

it('says of which type there is no column, unless it was said of an earlier file', () => {
  const mapping = { types: { age: 'number', agee: 'number' } } as const;

  expect(typed(mapping, ['ada@example.com']).notes).toEqual([
    'No column has become the field "agee", for which a type was said.',
  ]);
  expect(typed({ ...mapping, isRemembered: true }, ['ada@example.com']).notes).toEqual([]);
});
