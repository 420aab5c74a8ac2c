import type { ImportPreview } from '../model.ts';
import { fieldName } from './field-name.ts';
import { areAddresses, columnsOf, firstChoices, firstCustoms, problemsOf, unclearIn, withAddress } from './mapping.ts';

const column = (header: string, more: Partial<ImportPreview['columns'][number]> = {}) =>
  ({ column: 'A', header, holds: 'field', field: fieldName(header), guess: { type: 'text' }, ...more }) as const;
const preview = (columns: ImportPreview['columns'], more: Partial<ImportPreview> = {}): ImportPreview => ({
  file: 1,
  fileName: 'people.xlsx',
  sheet: '2026',
  columns,
  rows: [],
  ...more,
});
const address = column('E-mail', { holds: 'address' });
const points = column('Points', { guess: { type: 'number', decimal: ',' } });
const city = column('City');

describe('what is chosen first', () => {
  it('is what the service understands, with the types that columns look like', () => {
    const choices = firstChoices(preview([address, points, city]), []);

    expect(choices).toEqual({
      'e-mail': { holds: 'address', field: 'E_mail', type: 'text' },
      points: { holds: 'field', field: 'Points', type: 'number' },
      city: { holds: 'field', field: 'City', type: 'text' },
    });
  });

  it('is text where a type would reject rows that were seen: nobody is left out unless somebody says so', () => {
    const odd = column('Points', { guess: { type: 'number', decimal: ',', odd: 2 } });

    expect(firstChoices(preview([address, odd]), [])['points']?.type).toBe('text');
    expect(firstCustoms([odd])).toEqual({});
  });

  it('keeps the type that a field has in all lists', () => {
    const choices = firstChoices(preview([address, city]), [{ name: 'City', type: 'boolean' }]);

    expect(choices['city']?.type).toBe('boolean');
  });

  it('is what was said of the last file, if there was one', () => {
    const choices = firstChoices(preview([address, { ...points, type: 'text' }], { remembered: {} }), []);

    expect(choices['points']?.type).toBe('text');
  });

  it('takes the column whose values have an @ where no header says it', () => {
    const columns = [column('City', { holds: 'nothing_wanted' }), column('Reach', { holds: 'nothing_wanted' })];
    const rows = [
      { row: 2, cells: ['Seoul', 'ada@example.com'] },
      { row: 3, cells: ['Busan', 'bob@example.com'] },
    ];

    const choices = firstChoices(preview(columns, { rows }), []);

    expect(choices['reach']?.holds).toBe('address');
    expect(choices['city']).toEqual({ holds: 'field', field: 'City', type: 'text' });
  });
});

it('knows addresses from what else stands in columns, whatever is missing between them', () => {
  expect(areAddresses(['ada@example.com', '', 'unknown', 'bob@example.com'])).toBe(true);
  expect(areAddresses(['김철수', '이영희', 'ada@example.com'])).toBe(false);
  expect(areAddresses(['', ''])).toBe(false);
});

it('has one column of addresses in a sheet', () => {
  const choices = withAddress(firstChoices(preview([address, city]), []), 'city', ['E-mail', 'City']);

  expect(choices['e-mail']).toEqual({ holds: 'field', field: 'E_mail', type: 'text' });
  expect(choices['city']?.holds).toBe('address');
});

describe('problemsOf', () => {
  const choices = firstChoices(preview([address, points, city]), []);
  const named = (field: string) => problemsOf({ ...choices, city: { holds: 'field', field, type: 'text' } });

  it('finds names that templates cannot say, and names that two columns want', () => {
    expect(named('City')).toEqual({});
    expect(named('')).toEqual({ city: 'name_missing' });
    expect(named('my city')).toEqual({ city: 'name_malformed' });
    expect(named('Points')).toEqual({ points: 'name_twice', city: 'name_twice' });
  });

  it('leaves columns alone that nobody wants', () => {
    expect(problemsOf({ city: { holds: 'nothing_wanted', field: '', type: 'text' } })).toEqual({});
  });
});

describe('columnsOf', () => {
  const columns = [address, points, city, column('')];

  it('names the fields and their types, and not the address that is found by itself', () => {
    const choices = firstChoices(preview(columns), []);

    expect(columnsOf(columns, choices, { decimal: ',' })).toEqual({
      fields: { Points: 'Points', City: 'City' },
      types: { Points: 'number' },
      decimal: ',',
    });
  });

  it('names an address that stands elsewhere, and leaves out what nobody wants', () => {
    const first = firstChoices(preview(columns), []);
    const choices = withAddress(first, 'city', ['E-mail', 'City']);
    const without = { ...choices, points: { holds: 'nothing_wanted', field: 'Points', type: 'number' } as const };

    expect(columnsOf(columns, without, {})).toEqual({
      address: 'City',
      fields: { 'E-mail': 'E_mail', Points: null },
      types: {},
    });
  });
});

it('says how figures are written as the columns show it', () => {
  expect(firstCustoms([city, points])).toEqual({ decimal: ',' });
  expect(firstCustoms([city])).toEqual({});
});

it('names fields as the service does', () => {
  expect(['Full name', '2026 points', '이름', '  (x) ', '---'].map(fieldName)).toEqual([
    'Full_name',
    '_2026_points',
    '이름',
    'x',
    '',
  ]);
});

it('asks how figures and dates are written only where that can be doubted', () => {
  expect(unclearIn(['1234.5', '2026-11-22', '2026. 11. 22.'], {})).toEqual({ decimal: false, dates: false });
  expect(unclearIn(['1.234,5', '03/04/2026'], {})).toEqual({ decimal: true, dates: true });
  expect(unclearIn([], { decimal: ',', dates: 'day_first' })).toEqual({ decimal: true, dates: true });
});
