import { type Known, ownChecks } from './own-checks.ts';

const known: Known = { recipients: 3_000, fields: ['name'], attributes: ['name', 'city'], oneClick: true };
const levelsOf = (changed: Partial<Known>) =>
  Object.fromEntries(ownChecks({ ...known, ...changed }).map(({ id, level, found }) => [id, `${level} ${found}`]));

it('is content where everything is there', () => {
  expect(levelsOf({})).toEqual({ audience: 'ok some', merge_fields: 'ok known', one_click: 'ok works' });
});

it('stops a campaign that nobody would get, or that nobody could unsubscribe from', () => {
  expect(levelsOf({ recipients: 0 })).toMatchObject({ audience: 'stop nobody' });
  expect(levelsOf({ oneClick: false })).toMatchObject({ one_click: 'stop broken' });
});

it('names the merge fields that no contact has', () => {
  const checks = ownChecks({ ...known, fields: ['name', 'nmae', 'plan'] });

  expect(checks).toContainEqual({
    id: 'merge_fields',
    level: 'warn',
    found: 'unknown',
    data: { fields: 'nmae, plan' },
  });
});

it('waits for what it has not heard, and stops nobody for what it cannot hear', () => {
  expect(levelsOf({ recipients: undefined, attributes: undefined, oneClick: undefined })).toEqual({
    audience: 'pending pending',
    merge_fields: 'pending pending',
    one_click: 'pending pending',
  });
  expect(levelsOf({ recipients: 'failed', attributes: 'failed', oneClick: 'failed' })).toEqual({
    audience: 'warn failed',
    merge_fields: 'warn failed',
    one_click: 'warn failed',
  });
});
