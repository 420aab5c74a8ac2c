import fc from 'fast-check';

import { FIRST_IMPORT, MOST_DOMAINS, MOST_IMPORTS, noParts, numbering, numberOf, type Part } from './part.ts';

const part = fc.record<Part>({
  by: fc.constantFrom('domain', 'import'),
  name: fc.nat(400).map((n) => `${n}.example`),
});
const batches = fc.array(fc.array(part, { maxLength: 60 }), { maxLength: 12 });

it('never changes the number of a part, never gives one twice, and none that does not fit a byte', () => {
  fc.assert(
    fc.property(batches, (all) => {
      const given = new Map<string, number>();
      let known = noParts;
      for (const batch of all) {
        known = numbering(known, batch);
        for (const one of batch) {
          const [name, number] = [`${one.by} ${one.name}`, numberOf(known, one)];
          expect([number, undefined]).toContain(given.get(name));
          if (number !== undefined) given.set(name, number);
        }
      }
      expect(new Set(given.values()).size).toBe(given.size);
      expect(Math.max(0, ...given.values())).toBeLessThan(256);
    }),
  );
});

it('numbers parts until there is no room, and then changes nothing', () => {
  const many = Array.from({ length: 300 }, (_, n) => [
    { by: 'domain', name: `${n}` } as const,
    { by: 'import', name: `${n}` } as const,
  ]).flat();

  const known = numbering(noParts, many);

  expect([known.domains.length, known.imports.length]).toEqual([MOST_DOMAINS, MOST_IMPORTS]);
  expect(numbering(known, [{ by: 'domain', name: 'late' }])).toBe(known);
  expect(numberOf(known, { by: 'domain', name: 'late' })).toBeUndefined();
});

it('takes no number back that an earlier version has given, which had more room', () => {
  const domains = Array.from({ length: FIRST_IMPORT }, (_, n) => `${n}.example`);
  const known = { domains, imports: ['imp_1'] };

  const next = numbering(known, [
    { by: 'domain', name: 'late.example' },
    { by: 'import', name: 'imp_2' },
  ]);

  expect(next).toEqual({ domains, imports: ['imp_1', 'imp_2'] });
  expect(domains.map((name) => numberOf(next, { by: 'domain', name }))).toEqual(domains.map((_, n) => n));
  expect(numberOf(next, { by: 'import', name: 'imp_1' })).toBe(48);
});
