import type { Clock } from '../sfn/clock.ts';
import type { Due } from './due.ts';
import { firstDue, nextDue, readExpression } from './expression.ts';
import { Refusal } from './problem.ts';
import type { ScheduleInput } from './schedule.ts';

export interface Schedule {
  readonly arn: string;
  readonly name: string;
  readonly input: ScheduleInput;
  readonly createdMs: number;
  readonly modifiedMs: number;
}

interface Kept {
  readonly schedule: Schedule;
  readonly disarm: () => void;
}

interface Surroundings {
  readonly region: string;
  readonly account: string;
  readonly clock: Clock;
  readonly deliver: (due: Due, signal: AbortSignal) => Promise<void>;
}

interface Wanted {
  readonly name: string;
  readonly input: ScheduleInput;
}

interface Remembered {
  readonly arn: string;
  readonly wanted: string;
}

/** All schedules, each with its own timer. */
export class Schedules {
  readonly #surroundings: Surroundings;
  readonly #kept = new Map<string, Kept>();
  readonly #tokens = new Map<string, Remembered>();
  readonly #stopped = new AbortController();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  get all(): readonly Schedule[] {
    return [...this.#kept.values()].map(({ schedule }) => schedule).sort((a, b) => (a.arn < b.arn ? -1 : 1));
  }

  /** The same token with the same content creates once, also after the schedule is gone. @throws Refusal */
  create(wanted: Wanted): string {
    const arn = this.#arn(wanted.name, wanted.input.GroupName);
    const { ClientToken: token, ...content } = wanted.input;
    const remembered = token === undefined ? undefined : this.#tokens.get(token);
    const text = JSON.stringify({ name: wanted.name, content });
    if (remembered?.wanted === text) return remembered.arn;
    if (remembered !== undefined || this.#kept.has(arn)) {
      throw new Refusal('ConflictException', `Schedule ${wanted.name} already exists.`);
    }

    if (token !== undefined) this.#tokens.set(token, { arn, wanted: text });
    const now = this.#surroundings.clock.now();
    return this.#keep({ arn, ...wanted, createdMs: now, modifiedMs: now });
  }

  /** Everything that is not said again falls back to its default. @throws Refusal */
  update(wanted: Wanted): string {
    const { createdMs } = this.get(wanted.name, wanted.input.GroupName);
    const arn = this.#arn(wanted.name, wanted.input.GroupName);
    this.#forget(arn);
    return this.#keep({ arn, ...wanted, createdMs, modifiedMs: this.#surroundings.clock.now() });
  }

  /** @throws Refusal `ResourceNotFoundException` */
  get(name: string, group: string): Schedule {
    const found = this.#kept.get(this.#arn(name, group));
    if (found !== undefined) return found.schedule;
    throw new Refusal('ResourceNotFoundException', `Schedule ${name} does not exist.`);
  }

  delete(name: string, group: string): void {
    this.#forget(this.get(name, group).arn);
  }

  deleteGroup(group: string): void {
    for (const { arn, input } of this.all) if (input.GroupName === group) this.#forget(arn);
  }

  stop(): void {
    this.#stopped.abort();
    for (const { arn } of this.all) this.#forget(arn);
  }

  #arn(name: string, group: string): string {
    const { region, account } = this.#surroundings;
    return `arn:aws:scheduler:${region}:${account}:schedule/${group}/${name}`;
  }

  #keep(schedule: Schedule): string {
    const armed = new AbortController();
    this.#kept.set(schedule.arn, { schedule, disarm: () => armed.abort() });
    // Only being disarmed ends it early, and that is nobody's failure.
    if (schedule.input.State === 'ENABLED') this.#follow(schedule, armed.signal).catch(() => undefined);
    return schedule.arn;
  }

  #forget(arn: string): void {
    this.#kept.get(arn)?.disarm();
    this.#kept.delete(arn);
  }

  async #follow({ arn, input, modifiedMs }: Schedule, armed: AbortSignal): Promise<void> {
    const { clock, deliver } = this.#surroundings;
    const when = readExpression(input.ScheduleExpression, input.ScheduleExpressionTimezone);
    const bounds = {
      fromMs: input.StartDate === undefined ? modifiedMs : input.StartDate * 1_000,
      untilMs: input.EndDate === undefined ? undefined : input.EndDate * 1_000,
    };

    let dueMs = firstDue(when, bounds, modifiedMs);
    while (dueMs !== undefined) {
      await clock.sleep(dueMs - clock.now(), armed);
      // What became due is delivered even when its schedule is changed meanwhile; only `stop` ends it.
      deliver({ scheduleArn: arn, dueMs, target: input.Target }, this.#stopped.signal).catch(() => undefined);
      dueMs = nextDue(when, bounds, { dueMs, nowMs: clock.now() });
    }
    if (input.ActionAfterCompletion === 'DELETE') this.#forget(arn);
  }
}
