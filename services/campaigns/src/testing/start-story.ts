import { campaignId, cause, createWorld, execution, runId } from './world.ts';

const MINUTE_MS = 60_000;
const LEAD_MS = 2 * MINUTE_MS;

type Wish = 'schedule' | 'unschedule' | 'launch';

/** One thing that happens; `nth` says to which of those that it may happen to. */
export type Happening =
  | { readonly kind: 'ask'; readonly wish: Wish }
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'hear' | 'fire' | 'begin' | 'give_up' | 'fail'; readonly nth: number };

const pick = <One>(some: Iterable<One>, nth: number): One | undefined => {
  const all = [...some];
  return all[nth % Math.max(1, all.length)];
};

const attemptIn = (executionName: string): number => Number(executionName.split('-')[1] ?? '1');

/**
 * A campaign, people, Scheduler and Step Functions in any order: times fire late, or although they were moved or taken back;
 * executions begin long after they have started, or give up before; commands come again.
 */
export class StartStory {
  readonly world = createWorld();
  /** The attempts whose executions have begun to send. */
  readonly begun = new Set<number>();
  readonly #commands: (() => Promise<unknown>)[] = [];
  readonly #times = new Map<number, Date>();
  readonly #waiting = new Set<number>();
  readonly #failing = new Set<number>();
  #started = 0;

  async find() {
    const campaign = await this.world.campaigns.find(campaignId);
    if (campaign === undefined) throw new Error('nobody deletes it in this story');
    return campaign;
  }

  async play(happening: Happening): Promise<void> {
    if (happening.kind === 'ask') return this.ask(happening.wish);
    if (happening.kind === 'wait') return this.wait(happening.minutes);
    const { kind, nth } = happening;
    const deeds = {
      hear: () => pick(this.#commands, nth)?.(),
      fire: () => this.#fire(nth),
      begin: () => this.#begin(pick(this.#waiting, nth)),
      give_up: () => this.#giveUp(pick(this.#waiting, nth)),
      fail: () => this.#fail(pick(this.#failing, nth)),
    };
    await deeds[kind]();
    this.#look();
  }

  /** Somebody wants it who sees it as it is. */
  async ask(wish: Wish): Promise<void> {
    const { version } = await this.find();
    const command = { commandId: `${wish}-${version}`, campaignId, version };
    const sendAt = new Date(this.world.clock.now().getTime() + LEAD_MS);
    const deeds = {
      schedule: () => this.world.scheduleCampaign({ ...command, sendAt }, cause),
      unschedule: () => this.world.unscheduleCampaign(command),
      launch: () => this.world.launchCampaign(command, cause),
    };
    this.#commands.push(deeds[wish]);
    await deeds[wish]();
    this.#look();
  }

  wait(minutes: number): void {
    const { clock } = this.world;
    clock.set(new Date(clock.now().getTime() + minutes * MINUTE_MS).toISOString());
  }

  /** Whatever is still on its way arrives. */
  async settle(): Promise<void> {
    for (const attempt of this.#waiting) await this.#begin(attempt);
    for (const attempt of this.#failing) await this.#fail(attempt);
  }

  async #fire(nth: number): Promise<void> {
    const due = [...this.#times].filter(([, at]) => at <= this.world.clock.now());
    const [attempt] = pick(due, nth) ?? [];
    if (attempt !== undefined) await this.world.executions.start({ ...execution, attempt });
  }

  async #begin(attempt: number | undefined): Promise<void> {
    if (attempt === undefined || !this.#waiting.delete(attempt)) return;
    const outcome = await this.world.freezeContent({ ...execution, attempt });
    (outcome.ok ? this.begun : this.#failing).add(attempt);
  }

  #giveUp(attempt: number | undefined): void {
    if (attempt !== undefined && this.#waiting.delete(attempt)) this.#failing.add(attempt);
  }

  async #fail(attempt: number | undefined): Promise<void> {
    if (attempt === undefined || !this.#failing.delete(attempt)) return;
    await this.world.failRun({ ...execution, attempt }, { code: 'PermanentError', message: 'did not begin' });
  }

  /** What has been set and started since somebody looked. */
  #look(): void {
    const { schedules, executions } = this.world;
    const at = schedules.times.get(runId);
    const name = schedules.executions.at(-1);
    if (at !== undefined && name !== undefined) this.#times.set(attemptIn(name), at);
    for (const started of executions.started.slice(this.#started)) this.#waiting.add(attemptIn(started));
    this.#started = executions.started.length;
  }
}
