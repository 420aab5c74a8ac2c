import { Grants } from './grants.ts';
import { PEOPLE, personCalled, roleOfClient } from './people.ts';

const [person = { sub: 'vera', name: 'Vera', role: 'viewer' as const }] = PEOPLE;
const consent = { person, clientId: 'console', redirectUri: 'http://localhost/' };

describe('a code', () => {
  it('is good once, for a minute', () => {
    let now = 0;
    const grants = new Grants(() => now);
    grants.give('early', consent);
    grants.give('late', consent);

    now = 59_999;
    const inTime = [grants.redeem('early', consent), grants.redeem('early', consent)];
    now = 60_000;

    expect(inTime).toEqual([person, undefined]);
    expect(grants.redeem('late', consent)).toBeUndefined();
  });

  it('that was tried by somebody else is used up', () => {
    const grants = new Grants();
    grants.give('code', consent);

    const stolen = grants.redeem('code', { ...consent, clientId: 'other' });

    expect([stolen, grants.redeem('code', consent)]).toEqual([undefined, undefined]);
  });
});

it('knows its people by name, and machines by the role that they are called', () => {
  expect([personCalled('sena')?.role, personCalled('eve'), personCalled(null)]).toEqual([
    'sender',
    undefined,
    undefined,
  ]);
  expect([roleOfClient('author'), roleOfClient('me')]).toEqual(['author', 'administrator']);
});
