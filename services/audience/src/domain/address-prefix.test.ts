import { domainToASCII } from 'node:url';

import fc from 'fast-check';

import { normaliseAddress } from './address.ts';
import { normalisePrefix } from './address-prefix.ts';

it.each([
  ['ad', 'ad'],
  ['  Ada.L', 'ada.l'],
  ['ada@EX', 'ada@ex'],
  ['ada@', 'ada@'],
  ['ada@한국', 'ada@xn--3e0b707e'],
])('knows %j as %j', (text, prefix) => {
  expect(normalisePrefix(text, domainToASCII)).toEqual({ ok: true, value: prefix });
});

it.each([
  ['a', 'prefix_too_short'],
  ['  a  ', 'prefix_too_short'],
  ['에이다', 'prefix_of_no_address'],
  ['ada l', 'prefix_of_no_address'],
  ['a@b@c', 'prefix_of_no_address'],
  ['ada@한 국', 'prefix_of_no_address'],
  ['x'.repeat(255), 'prefix_of_no_address'],
])('refuses %j: %s', (text, problem) => {
  expect(normalisePrefix(text, domainToASCII)).toEqual({ ok: false, problem });
});

it('finds every address by however much of it somebody has written, in whatever case', () => {
  const letters = fc.constantFrom('a', 'B', 'ö', '-', 'z', '7');
  const name = fc.string({ unit: letters, minLength: 2, maxLength: 6 });
  const addresses = fc.tuple(name, name).map(([local, domain]) => `${local}@${domain}.example.com`);

  fc.assert(
    fc.property(addresses, fc.nat(), (address, cut) => {
      const known = normaliseAddress(address, domainToASCII);
      fc.pre(known.ok);
      const prefix = normalisePrefix(known.ok ? known.value.slice(0, 2 + cut).toUpperCase() : '', domainToASCII);

      expect(known.ok && prefix.ok && known.value.startsWith(prefix.value)).toBe(true);
    }),
  );
});
