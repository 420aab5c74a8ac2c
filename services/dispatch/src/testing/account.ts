import type { Quota } from '../domain/quota.ts';
import type { Run } from '../domain/run.ts';
import type { Fates } from './actor.ts';
import { RUN, World } from './world.ts';

const CHUNK = 1_000;
const MOST_CHUNKS = 1_000;
const DAY_MS = 86_400_000;
/** From the end of a wave to the release of the next. */
const BETWEEN_WAVES_MS = 3_000;

interface Settings {
  /** Mails per second; may be changed while the account is at work. */
  rate: number;
  /** Mails in 24 hours; without it there is no limit. */
  daily?: number;
  readonly fates?: Fates;
  /** Sixteen, unless something else is said. */
  readonly senders?: number;
}

const runNamed = (runId: string): Run => ({ ...RUN, runId });

/** An account with several runs, sixteen senders, and a queue that hands out whatever came first. */
export class Account {
  readonly world: World;
  readonly settings: Settings;

  constructor(settings: Settings) {
    this.settings = settings;
    this.world = new World({
      chunks: Array.from({ length: MOST_CHUNKS }, () => CHUNK),
      quota: this.#quota(),
      timeoutMs: 300_000,
      ...(settings.fates && { fates: settings.fates }),
      ses: () => ({ kind: this.#isUsedUp() ? 'quota_reached' : 'accepted' }),
    });
  }

  /** Sends the chunks of a run in waves of this many, one after the other. Comes back when the first is released. */
  async begin(
    runId: string,
    { chunks, wave: size }: { readonly chunks: number; readonly wave: number },
  ): Promise<void> {
    const waves = Array.from({ length: Math.ceil(chunks / size) }, (_, n) =>
      Array.from({ length: Math.min(size, chunks - n * size) }, (__, m) => n * size + m),
    );
    const release = (n: number) => this.world.release({ run: runNamed(runId), wave: n + 1, chunks: waves[n] ?? [] });
    await this.world.finish(release(0));
    void this.#goOn(runId, { waves: waves.length, release });
  }

  async #goOn(
    runId: string,
    { waves, release }: { readonly waves: number; readonly release: (wave: number) => Promise<unknown> },
  ): Promise<void> {
    for (let wave = 1; wave < waves; wave += 1) {
      while (!this.world.store.told.has(`${runId}/${wave}`)) await this.#pass(BETWEEN_WAVES_MS);
      await release(wave);
    }
  }

  /** Lets everybody work for so long, or until something has come about. Answers whether it has. */
  async work(ms: number, until: () => boolean = () => false): Promise<boolean> {
    const end = this.world.time.now() + ms;
    void this.world.refreshEveryMinute(() => until() || this.world.time.now() >= end);
    return this.world.work({ senders: this.settings.senders ?? 16, until, hours: ms / 3_600_000 });
  }

  /** When each mail of a run was taken. */
  sentBy(runId: string): readonly number[] {
    return [...this.world.ses.accepted].flatMap(([key, [at = 0]]) => (key.startsWith(`${runId}/`) ? [at] : []));
  }

  /** Whether a mail of its first chunk has been taken. */
  hasBegun(runId: string): boolean {
    return this.world.ses.accepted.has(`${runId}/0/0`);
  }

  /** Mails of a run in a span of time. */
  countBetween(runId: string, from: number, until: number): number {
    return this.sentBy(runId).filter((at) => at >= from && at < until).length;
  }

  #pass(ms: number): Promise<void> {
    return this.world.time.sleepUntil(this.world.time.now() + ms);
  }

  #quota(): Quota {
    const { settings } = this;
    const sent = () => this.#sentToday();
    return {
      get maxSendRate() {
        return settings.rate;
      },
      get max24HourSend() {
        return settings.daily ?? -1;
      },
      get sentLast24Hours() {
        return sent();
      },
    };
  }

  #sentToday(): number {
    const since = this.world.time.now() - DAY_MS;
    return this.settings.daily === undefined
      ? 0
      : [...this.world.ses.accepted.values()].flat().filter((at) => at > since).length;
  }

  #isUsedUp(): boolean {
    return this.#sentToday() >= (this.settings.daily ?? Number.POSITIVE_INFINITY);
  }
}
