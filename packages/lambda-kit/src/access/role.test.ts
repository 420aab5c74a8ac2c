import { highestRole, includesRole, ROLES } from './role.ts';

describe('roles', () => {
  it.each(ROLES.map((role, n) => ({ role, included: ROLES.slice(0, n + 1) })))(
    'include those before $role and no others',
    ({ role, included }) => {
      expect(ROLES.filter((needed) => includesRole(role, needed))).toEqual(included);
    },
  );

  it('are found among words that name none', () => {
    expect(highestRole(['marketing', 'author', 'viewer', 'Administrator'])).toBe('author');
    expect(highestRole(['marketing'])).toBeUndefined();
  });
});
