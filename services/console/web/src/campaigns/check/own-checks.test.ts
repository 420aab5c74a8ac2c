import { type Known, ownChecks } from './own-checks.ts';

const known: Known = {
  recipients: 3_000,
  fields: ['name', 'city'],
  values: { count: 3_000, isExact: true, missing: { name: 0, city: 0 } },
  bare: new Set(['name', 'city']),
  isByHand: false,
  oneClick: true,
};
const checksOf = (changed: Partial<Known>) => ownChecks({ ...known, ...changed });
const levelsOf = (changed: Partial<Known>) =>
  Object.fromEntries(checksOf(changed).map(({ id, level, found }) => [id, `${level} ${found}`]));
const missing = (fields: Readonly<Record<string, number>>, isExact = true) => ({
  values: { count: 3_000, isExact, missing: fields },
});

it('is content where everything is there', () => {
  expect(levelsOf({})).toEqual({
    audience: 'ok some',
    merge_fields: 'ok known',
    merge_gaps: 'ok full',
    one_click: 'ok works',
  });
});

it('stops a campaign that nobody would get, or that nobody could unsubscribe from', () => {
  expect(levelsOf({ recipients: 0 })).toMatchObject({ audience: 'stop nobody' });
  expect(levelsOf({ oneClick: false })).toMatchObject({ one_click: 'stop broken' });
});

it('names the merge fields that nobody in the audience has', () => {
  const unknown = { fields: ['name', 'nmae', 'plan'], ...missing({ name: 0, nmae: 3_000, plan: 3_000 }) };
  const checks = checksOf({ ...unknown, bare: new Set(['nmae']) });

  expect(checks).toContainEqual({
    id: 'merge_fields',
    level: 'warn',
    found: 'unknown',
    data: { fields: 'nmae, plan' },
    field: 'nmae',
  });
  expect(levelsOf({ ...unknown, bare: new Set() })).toMatchObject({ merge_fields: 'warn defaulted' });
  const guessed = missing({ name: 0, nmae: 3_000, plan: 3_000 }, false);
  expect(levelsOf({ ...unknown, ...guessed })).toMatchObject({ merge_fields: 'warn rare' });
});

it('says how many have no value for a field that has no default', () => {
  expect(checksOf(missing({ name: 0, city: 312 }))).toContainEqual({
    id: 'merge_gaps',
    level: 'warn',
    found: 'some',
    data: {},
    gaps: [{ field: 'city', missing: 312, of: 3_000 }],
    field: 'city',
  });
  expect(levelsOf(missing({ name: 0, city: 312 }, false))).toMatchObject({ merge_gaps: 'warn about' });
});

it('is content with empty fields that have a default', () => {
  expect(levelsOf({ ...missing({ name: 0, city: 312 }), bare: new Set(['name']) })).toMatchObject({
    merge_gaps: 'ok covered',
  });
});

it('has nothing to say of fields where there are none, or nobody', () => {
  expect(levelsOf({ fields: [], values: undefined })).toMatchObject({ merge_fields: 'ok none' });
  expect(levelsOf({ values: { count: 0, isExact: true, missing: {} } })).toMatchObject({ merge_fields: 'ok nobody' });
});

it('warns of a sender that is written by hand, who has no label and no footer', () => {
  expect(levelsOf({ isByHand: true })).toMatchObject({ letterhead: 'warn missing' });
  expect(levelsOf({})).not.toHaveProperty('letterhead');
});

it('waits for what it has not heard, and stops nobody for what it cannot hear', () => {
  expect(levelsOf({ recipients: undefined, values: undefined, oneClick: undefined })).toEqual({
    audience: 'pending pending',
    merge_fields: 'pending pending',
    one_click: 'pending pending',
  });
  expect(levelsOf({ recipients: 'failed', values: 'failed', oneClick: 'failed' })).toEqual({
    audience: 'warn failed',
    merge_fields: 'warn failed',
    one_click: 'warn failed',
  });
});
