import { bitmapOf, offsetsOf } from './bitmap.ts';
import { type ChunkState, pendingOf, untouchedChunk } from './chunk-state.ts';
import { type DoubtRules, dueAt, type Evidence, pauseForAnswer, rulesFor, settleDoubt } from './settle-doubt.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SIZE = 1_000;
const rules: DoubtRules = {
  policy: 'resend',
  settleMs: 15 * MINUTE,
  skewMs: 2_000,
  askEveryMs: MINUTE,
  isSendingTold: true,
};
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

/** A chunk whose first offsets are accepted; the two after them are doubtful, and the rest is refused. */
const chunkOf = (accepted: number): ChunkState => ({
  ...untouchedChunk(SIZE, 'content'),
  accepted: bitmapOf(SIZE, range(0, accepted)),
  unknown: bitmapOf(SIZE, [accepted, accepted + 1]),
  refused: bitmapOf(SIZE, range(accepted + 2, SIZE)),
  quietAt: 1_000_000,
});
const chunk = chunkOf(500);
const due = dueAt(chunk, rules);
const seeing = (offsets: readonly number[], asOf = due): Evidence => ({ asOf, seen: bitmapOf(SIZE, offsets) });
const decide = (evidence?: Evidence, now = due, given: Partial<DoubtRules> = {}, since = due) =>
  settleDoubt(chunk, evidence, { rules: { ...rules, ...given }, now, since });
const states = ({ chunk: after }: { readonly chunk: ChunkState }) => ({
  accepted: offsetsOf(after.accepted).filter((offset) => offset >= 500),
  unknown: offsetsOf(after.unknown),
  pending: offsetsOf(pendingOf(after)),
  left: offsetsOf(after.left),
});

it('is due when the last request has been quiet for the settling time, and clocks may differ', () => {
  expect(due).toBe(1_000_000 + 15 * MINUTE + 2_000);
});

describe('before doubt is due', () => {
  it('waits, for as long as a message may be delayed', () => {
    expect(decide(undefined, due - 5_000)).toMatchObject({ kind: 'early', delayMs: 5_000 });
    expect(decide(undefined, due - HOUR)).toMatchObject({ kind: 'early', delayMs: 15 * MINUTE });
  });

  it('believes that whoever was seen is accepted, and concludes nothing about the others', () => {
    const verdict = decide(seeing([501], 0), due - 5_000);

    expect(verdict.kind).toBe('early');
    expect(states(verdict)).toEqual({ accepted: [501], unknown: [500], pending: [], left: [] });
  });

  it('has nothing to wait for when everybody was seen', () => {
    expect(decide(seeing([500, 501], 0), due - HOUR)).toMatchObject({ kind: 'settled', how: 'seen' });
  });
});

describe('once doubt is due', () => {
  const controls = range(0, 500);

  it('asks when there is no evidence', () => {
    expect(decide()).toMatchObject({ kind: 'unproven', chunk });
  });

  it('sends again to those who were not seen', () => {
    const verdict = decide(seeing([...controls, 500]));

    expect(verdict).toMatchObject({ kind: 'settled', how: 'resend' });
    expect(states(verdict)).toEqual({ accepted: [500], unknown: [], pending: [501], left: [] });
  });

  it('leaves those who were not seen, where twice is worse than never', () => {
    const verdict = decide(seeing([...controls, 500]), due, { policy: 'leave' });

    expect(verdict).toMatchObject({ kind: 'settled', how: 'leave' });
    expect(states(verdict)).toEqual({ accepted: [500], unknown: [], pending: [], left: [501] });
  });

  it('concludes nothing from evidence that is older than the doubt', () => {
    expect(decide(seeing(controls, due - 1), due + HOUR)).toMatchObject({ kind: 'unproven', chunk });
  });

  it('leaves what nobody could settle for a day, whatever the policy', () => {
    const verdict = decide(seeing([500], due - 1), due + 24 * HOUR);

    expect(verdict).toMatchObject({ kind: 'settled', how: 'given_up' });
    expect(states(verdict)).toEqual({ accepted: [500], unknown: [], pending: [], left: [501] });
    expect(decide(undefined, due + 24 * HOUR - 1).kind).toBe('unproven');
  });

  it('has the whole day from when somebody begins to settle it', () => {
    const late = due + 50 * HOUR;
    const after = (hours: number) => decide(undefined, late + hours * HOUR, {}, late).kind;

    expect([after(0), after(23), after(24)]).toEqual(['unproven', 'unproven', 'settled']);
  });

  it.each([
    [0, 0, 'settled'],
    [1, 1, 'settled'],
    [2, 1, 'settled'],
    [2, 2, 'unproven'],
    [500, 1, 'settled'],
    [500, 2, 'unproven'],
    [998, 1, 'settled'],
    [998, 2, 'unproven'],
  ])('of %i known to be accepted %i are not seen: %s', (accepted, missing, kind) => {
    const verdict = settleDoubt(chunkOf(accepted), seeing(range(missing, accepted)), { rules, now: due });

    expect(verdict.kind).toBe(kind);
  });
});

describe('where SES does not tell of what it takes', () => {
  it('concludes nothing from silence: doubt is left at once', () => {
    const verdict = decide(seeing(range(0, 500)), 0, { isSendingTold: false });

    expect(verdict).toMatchObject({ kind: 'settled', how: 'leave' });
    expect(states(verdict)).toEqual({ accepted: [], unknown: [], pending: [], left: [500, 501] });
  });
});

it('reads what is missing at the end of a report as not seen', () => {
  const short = { asOf: due, seen: bitmapOf(SIZE, range(0, 500)).slice(0, 63) };

  expect(states(decide(short))).toMatchObject({ pending: [500, 501] });
});

describe('the pause before the question is repeated', () => {
  it.each([
    [0, MINUTE],
    [8 * MINUTE, MINUTE],
    [16 * MINUTE, 2 * MINUTE],
    [10 * HOUR, 4 * MINUTE],
  ])('%i ms after doubt was due is %i ms', (late, pauseMs) => {
    expect(pauseForAnswer(chunk, rules, due + late)).toBe(pauseMs);
  });
});

it('follows the wishes of a run, and what is usual for the rest', () => {
  expect(rulesFor({ policy: 'leave' }, rules)).toEqual({ ...rules, policy: 'leave' });
  expect(rulesFor({ settleMs: HOUR }, rules)).toEqual({ ...rules, settleMs: HOUR });
  expect(rulesFor(undefined, rules)).toEqual(rules);
});
