import { makeFate, type Step } from './fate.ts';
import { loadRules } from './load-rules.ts';

const rules = loadRules();
const readers = Array.from({ length: 20_000 }, (_, n) => `reader${n}@example.com`);

const shareOf = (happens: (address: string) => boolean): number =>
  (readers.filter(happens).length / readers.length) * 100;

describe('fate', () => {
  const fateOf = makeFate(rules);

  it.each([
    ['success@simulator.amazonses.com', ['delivery']],
    ['ooto@simulator.amazonses.com', ['delivery']],
    ['bounce+7@simulator.amazonses.com', ['hard_bounce']],
    ['COMPLAINT@simulator.amazonses.com', ['delivery', 'complaint']],
    ['suppressionlist@simulator.amazonses.com', ['suppressed_bounce']],
  ])('of %s is %s', (address, steps) => {
    expect(fateOf(address)).toEqual(steps);
  });

  it('gives everybody else the shares of the rules', () => {
    expect(shareOf((address) => fateOf(address).includes('hard_bounce'))).toBeCloseTo(0.5, 0);
    expect(shareOf((address) => fateOf(address).includes('delivery_delay'))).toBeCloseTo(0.5, 0);
    expect(Math.abs(shareOf((address) => fateOf(address).includes('open')) - 35)).toBeLessThan(1);
    expect(Math.abs(shareOf((address) => fateOf(address).includes('click')) - 8)).toBeLessThan(1);
    expect(shareOf((address) => fateOf(address).includes('complaint'))).toBe(0);
  });

  it('lets nobody click who has not opened, or open what was not delivered', () => {
    const fates = readers.map(fateOf);
    const missing = (step: Step, before: Step) =>
      fates.filter((steps) => steps.includes(step) && !steps.includes(before));

    expect(missing('click', 'open')).toEqual([]);
    expect(missing('open', 'delivery')).toEqual([]);
  });

  it('is the same for the same address, and another under another seed', () => {
    const same = makeFate(loadRules());
    const other = makeFate({ ...rules, seed: 'another' });

    expect(readers.map(same)).toEqual(readers.map(fateOf));
    expect(readers.map(other)).not.toEqual(readers.map(fateOf));
  });

  it('asks rules of one’s own first', () => {
    const fate = makeFate({ ...rules, recipients: [{ to: 'success@*', outcome: 'click' }, ...rules.recipients] });

    expect(fate('success@simulator.amazonses.com')).toEqual(['delivery', 'open', 'click']);
  });
});
