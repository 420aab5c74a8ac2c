import { claimsOf, includes, roleOf } from './role.ts';

const tokenWith = (claims: object): string =>
  `head.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

it('takes the highest role that the groups give', () => {
  expect(roleOf({ 'cognito:groups': ['author', 'viewer', 'marketing'] })).toBe('author');
  expect(roleOf({ groups: ['administrator'] })).toBe('administrator');
  expect(roleOf({ groups: ['marketing'] })).toBeUndefined();
});

it('includes the roles before it, and none after it', () => {
  expect(includes('sender', 'author')).toBe(true);
  expect(includes('author', 'sender')).toBe(false);
  expect(includes(undefined, 'viewer')).toBe(false);
});

it('reads names in any script', () => {
  expect(claimsOf(tokenWith({ name: '김하늘' }))).toEqual({ name: '김하늘' });
});

it('reads nothing from what is no token', () => {
  expect(claimsOf('opaque')).toEqual({});
  expect(claimsOf('a.%%%.c')).toEqual({});
});
