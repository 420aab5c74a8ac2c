import { guardrailVerdict, noHealth } from '../../services/campaigns/src/domain/guardrail.ts';
import { makeChance } from '../chaos/chance.ts';

const BATCH = 50;
const MAILS = 20_000;

/** A run that is judged with every batch. Bounces are told of at once, and hardly a delivery: the worst order for a list that is nearly too bad. */
const isEverHeld = (seed: number, share: number): boolean => {
  const chance = makeChance(seed);
  let hardBounced = 0;
  for (let sent = BATCH; sent <= MAILS; sent += BATCH) {
    for (let n = 0; n < BATCH; n += 1) hardBounced += chance.share() < share ? 1 : 0;
    if (guardrailVerdict({ health: { ...noHealth, sent, delivered: 1, hardBounced } })) return true;
  }
  return false;
};

const heldOf = (runs: number, share: number): number =>
  Array.from({ length: runs }, (_, seed) => isEverHeld(seed, share)).filter(Boolean).length;

it('holds hardly any run that is nearly too bad, though it is looked at hundreds of times', () => {
  expect(heldOf(300, 0.036)).toBeLessThanOrEqual(2);
});

it('holds every run that is surely too bad', () => {
  expect(heldOf(100, 0.06)).toBe(100);
});
