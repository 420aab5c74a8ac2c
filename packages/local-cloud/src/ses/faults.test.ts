import { Faults } from './faults.ts';
import { loadRules } from './rules/load-rules.ts';

const none = loadRules().faults;

const first = <Drawn>(count: number, drawOne: () => Drawn): readonly Drawn[] => Array.from({ length: count }, drawOne);

describe('Faults', () => {
  it('breaks nothing by default', () => {
    const faults = new Faults(none);

    expect(new Set(first(1000, () => faults.forRequest().kind))).toEqual(new Set(['none']));
    expect(first(1000, () => faults.forEvent()).every(({ copies, delayMs }) => copies === 1 && delayMs === 0)).toBe(
      true,
    );
  });

  it('breaks the shares it is told to, each kind apart', () => {
    const faults = new Faults({
      ...none,
      throttlePercent: 10,
      failBeforeAcceptPercent: 10,
      failAfterAcceptPercent: 10,
      dropAfterAcceptPercent: 10,
    });

    const kinds = first(10_000, () => faults.forRequest().kind);

    for (const kind of ['throttle', 'fail_before_accept', 'fail_after_accept', 'drop_after_accept']) {
      const percent = kinds.filter((each) => each === kind).length / 100;
      expect(Math.abs(percent - 10)).toBeLessThan(1);
    }
  });

  it('breaks the same requests and events again after the same change', () => {
    const faults = new Faults(none);
    const changes = {
      dropAfterAcceptPercent: 20,
      latencyPercent: 20,
      latencyMs: 50,
      duplicateEventPercent: 20,
      lateEventPercent: 20,
    };
    const drawn = () => {
      faults.change(changes);
      return first(200, () => [faults.forRequest(), faults.forEvent()]);
    };

    const once = drawn();

    expect(drawn()).toEqual(once);
    expect(once.flat()).toContainEqual(expect.objectContaining({ copies: 2 }));
    expect(once.flat()).toContainEqual(expect.objectContaining({ delayMs: 50 }));
  });
});
