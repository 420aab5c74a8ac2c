import { columnLetters, fieldName, findColumns } from './columns.ts';

const fieldsOf = (columns: ReturnType<typeof findColumns>) => columns?.fields.map(({ field }) => field);

it.each(['email', 'E-Mail', 'Email Address', ' e_mail ', '이메일', '이메일 주소', '메일주소', '전자우편'])(
  'finds the addresses under %j',
  (header) => {
    expect(findColumns(['name', header], {})?.address).toMatchObject({ column: 1 });
  },
);

it.each([[['name', 'city']], [['emails sent']], [[]]])('finds no addresses under %j', (headers) => {
  expect(findColumns(headers, {})).toBeUndefined();
});

it('makes every other column a merge field named by its header', () => {
  const columns = findColumns(['이름', 'email', 'First name', 'plan (2026)', '2nd choice', 5, undefined], {});

  expect(fieldsOf(columns)).toEqual(['이름', 'First_name', 'plan_2026', '_2nd_choice', '_5', 'column_G']);
});

it('keeps columns of the same name apart', () => {
  const columns = findColumns(['email', 'tag', 'tag', 'Tag', 'tag!'], {});

  expect(fieldsOf(columns)).toEqual(['tag', 'tag_2', 'Tag', 'tag_3']);
});

it('names the columns of the widest sheet, also when they are all called the same', () => {
  const headers = ['email', ...Array.from({ length: 16_383 }, () => 'x')];

  expect(new Set(fieldsOf(findColumns(headers, {}))).size).toBe(16_383);
});

it('follows what a person says of the columns', () => {
  const mapping = { address: 'contact', fields: { 'full name': 'name', secret: null } };

  const columns = findColumns(['email', 'Contact', 'Full Name', 'Secret'], mapping);

  expect(columns?.address.column).toBe(1);
  expect(fieldsOf(columns)).toEqual(['email', 'name']);
});

it('makes names that templates can say, whatever the header', () => {
  expect(['  ', '🎉', '"><script>', '__proto__', 'a'.repeat(100)].map(fieldName)).toEqual([
    '',
    '',
    'script',
    'proto',
    'a'.repeat(64),
  ]);
});

it('calls columns as Excel does', () => {
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

it('names columns at once though their headers are hostile', () => {
  const header = `a${'_'.repeat(32_000)}b`;

  expect(Array.from({ length: 100 }, () => fieldName(header))).toEqual(Array.from({ length: 100 }, () => 'a'));
});

it('cuts no letter of a name in half, also to make room for a number', () => {
  const header = `a${'𐐨'.repeat(40)}`;

  const found = findColumns(['email', header, header], {});

  expect(found?.fields.map(({ field }) => [field.length, field.isWellFormed(), field.includes('\uFFFD')])).toEqual([
    [63, true, false],
    [63, true, false],
  ]);
});
