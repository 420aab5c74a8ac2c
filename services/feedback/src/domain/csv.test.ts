import fc from 'fast-check';

import { csvLine } from './csv.ts';

describe('a line of a CSV file', () => {
  it('quotes what would break it', () => {
    expect(csvLine(['a,b', 'say "hi"', 'two\nlines', ''])).toBe('"a,b","say ""hi""","two\nlines",\r\n');
  });

  it.each(['=1+1', '+cmd@example.com', '-2', '@SUM(A1)', '＝1', '\t=1', ' =1', '\r=1', '\u00a0=1'])(
    'lets no spreadsheet take %j for a formula',
    (value) => {
      expect(csvLine([value]).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('begins no value with what begins a formula, and loses nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const line = csvLine([value]).slice(0, -2);
        const read = line.startsWith('"') ? line.slice(1, -1).replaceAll('""', '"') : line;

        expect(read).not.toMatch(/^\s*[=+\-@]/);
        expect([value, `'${value}`]).toContain(read);
      }),
    );
  });
});
