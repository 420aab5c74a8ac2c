import type { Campaign, ScheduledCampaign } from '../domain/campaign.ts';
import { executionNameOf } from '../domain/ids.ts';
import { campaignId, cause, createWorld, draft, execution, runId, type World } from './world.ts';

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
 * A campaign, people, Scheduler and Step Functions in any order: times fire late, or although they were moved or taken back,
 * and Scheduler deletes the schedule by whose name they were set; executions begin long after they have started, or give up
 * before; commands come again.
 */
export class StartStory {
  readonly world: World;
  /** The attempts whose executions have begun to send. */
  readonly begun = new Set<number>();
  readonly #commands: (() => Promise<unknown>)[] = [];
  readonly #waiting = new Set<number>();
  readonly #failing = new Set<number>();
  #started = 0;

  constructor(campaign: Campaign = draft) {
    this.world = createWorld(campaign);
    if (campaign.status === 'scheduled') this.#setByOlderVersion(campaign);
  }

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

  /** Whether it will begin by itself at the time that it shows. */
  async keepsItsTime(): Promise<boolean> {
    const campaign = await this.find();
    const { clock, schedules } = this.world;
    if (campaign.status !== 'scheduled' || campaign.sendAt <= clock.now()) return true;
    const { schedule, at } = this.#fireOf(campaign.attempt) ?? {};
    const isThere = schedule !== undefined && schedules.times.get(schedule) === at;
    return isThere && at?.getTime() === campaign.sendAt.getTime();
  }

  /** The schedules that are still to fire, but would start nothing. */
  async timesOfOthers(): Promise<readonly string[]> {
    const { status, attempt } = await this.find();
    const { clock, schedules } = this.world;
    const own = status === 'scheduled' ? this.#fireOf(attempt)?.schedule : undefined;
    return [...schedules.times].flatMap(([name, at]) => (at > clock.now() && name !== own ? [name] : []));
  }

  /** Whatever is still on its way arrives. */
  async settle(): Promise<void> {
    for (const attempt of this.#waiting) await this.#begin(attempt);
    for (const attempt of this.#failing) await this.#fail(attempt);
  }

  /** Such a version called a schedule by the run alone. */
  #setByOlderVersion({ attempt, sendAt }: ScheduledCampaign): void {
    const { schedules } = this.world;
    schedules.times.set(runId, sendAt);
    schedules.fires.set(executionNameOf(runId, attempt), { schedule: runId, attempt, at: sendAt });
  }

  #fireOf(attempt: number) {
    return this.world.schedules.fires.get(executionNameOf(runId, attempt));
  }

  async #fire(nth: number): Promise<void> {
    const { clock, executions, schedules } = this.world;
    const fire = pick(
      [...schedules.fires.values()].filter(({ at }) => at <= clock.now()),
      nth,
    );
    if (fire === undefined) return;
    await executions.start({ ...execution, attempt: fire.attempt });
    schedules.times.delete(fire.schedule);
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

  /** What has been started since somebody looked. */
  #look(): void {
    const { executions } = this.world;
    for (const started of executions.started.slice(this.#started)) this.#waiting.add(attemptIn(started));
    this.#started = executions.started.length;
  }
}
