import type { Quota } from '../domain/preflight/quota.ts';
import { makeSharedAccount, type NotedQuota, type QuotaNotes } from './shared-account.ts';

const START = new Date('2026-11-22T10:00:00Z').getTime();
const granted: Quota = { perSecond: 14, max24Hours: 50_000, left24Hours: 40_000 };

/** One table that several environments of a function share, and the clock that they look at. */
class Notes implements QuotaNotes {
  #noted: NotedQuota | undefined;
  #claimedAt: Date | undefined;

  async read(): Promise<NotedQuota | undefined> {
    return this.#noted;
  }

  async claim(now: Date, since: Date): Promise<boolean> {
    if (this.#claimedAt !== undefined && this.#claimedAt > since) return false;
    this.#claimedAt = now;
    return true;
  }

  async note(noted: NotedQuota): Promise<void> {
    this.#noted = noted;
  }
}

const givenAccount = ({ answers = () => granted as Quota | undefined } = {}) => {
  const notes = new Notes();
  const world = { now: START, asked: 0 };
  const account = {
    identities: async () => undefined,
    isSendingEnabled: async () => true,
    quota: async () => {
      world.asked += 1;
      await Promise.resolve();
      return answers();
    },
  };
  const environment = () =>
    makeSharedAccount({
      account,
      notes,
      clock: { now: () => new Date(world.now) },
      pause: async (ms) => {
        world.now += ms;
      },
    });
  return { world, environment };
};

describe('the account as many people look at it', () => {
  it('asks SES once for everybody who looks at the same time, in one environment or in several', async () => {
    const { world, environment } = givenAccount();
    const [here, there] = [environment(), environment()];

    const seen = await Promise.all([here.quota(), here.quota(), there.quota(), there.quota()]);

    expect({ seen, asked: world.asked }).toEqual({ seen: Array.from({ length: 4 }, () => granted), asked: 1 });
  });

  it('asks again after half a minute, and not before', async () => {
    const { world, environment } = givenAccount();
    await environment().quota();

    world.now = START + 29_000;
    await environment().quota();
    const before = world.asked;
    world.now = START + 31_000;
    await environment().quota();

    expect([before, world.asked]).toEqual([1, 2]);
  });

  it('shows what it knew while SES does not answer, but not for ever', async () => {
    let isSilent = false;
    const { world, environment } = givenAccount({ answers: () => (isSilent ? undefined : granted) });
    await environment().quota();
    isSilent = true;

    world.now = START + 60_000;
    const soon = await environment().quota();
    world.now = START + 700_000;
    const late = await environment().quota();

    expect([soon, late]).toEqual([granted, undefined]);
  });

  it('leaves SES in peace for a while after it gave no answer', async () => {
    const { world, environment } = givenAccount({ answers: () => undefined });
    await environment().quota();

    world.now = START + 6_000;
    await environment().quota();
    const before = world.asked;
    world.now = START + 10_000;
    await environment().quota();

    expect([before, world.asked]).toEqual([1, 2]);
  });

  it('waits no longer for an answer that somebody else gets than he could get it', async () => {
    const { world, environment } = givenAccount({ answers: () => undefined });
    await environment().quota();

    const seen = await environment().quota();

    expect({ seen, asked: world.asked, waited: world.now - START }).toEqual({
      seen: undefined,
      asked: 1,
      waited: 3_000,
    });
  });
});
