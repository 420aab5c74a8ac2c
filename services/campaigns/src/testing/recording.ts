import { isDeepStrictEqual } from 'node:util';

import type { ChosenFile, Exchange, FrozenContent, FrozenFile, TestRecipient } from '../application/content-ports.ts';
import type { Announcements, Cause, Command, Commands } from '../application/ports.ts';
import type { Execution, Executions, Schedules, WaitingStates } from '../application/run-ports.ts';
import { earlierScheduleNamesOf, executionNameOf, scheduleNameOf } from '../domain/ids.ts';
import type { RunFact } from '../domain/run-fact.ts';

export class RecordingAnnouncements implements Announcements {
  readonly facts: RunFact[] = [];
  /** Fails that often before it works. */
  failures = 0;

  async announce(facts: readonly RunFact[]): Promise<void> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('the topic is unavailable');
    }
    this.facts.push(...facts);
  }

  of<Fact extends RunFact['fact']>(fact: Fact): readonly Extract<RunFact, { readonly fact: Fact }>[] {
    return this.facts.filter((one): one is Extract<RunFact, { readonly fact: Fact }> => one.fact === fact);
  }
}

export class RecordingCommands implements Commands {
  readonly sent: { readonly command: Command; readonly cause: Cause }[] = [];

  async send(command: Command, cause: Cause): Promise<void> {
    this.sent.push({ command, cause });
  }
}

/** Step Functions as far as starting goes: a name is taken for good. */
export class RecordingExecutions implements Executions {
  readonly started: string[] = [];

  async start({ runId, attempt }: Execution): Promise<void> {
    const name = executionNameOf(runId, attempt);
    if (!this.started.includes(name)) this.started.push(name);
  }
}

/** A time that was set. What has become due may fire, whatever becomes of its schedule. */
interface Fire {
  readonly schedule: string;
  readonly attempt: number;
  readonly at: Date;
}

export class RecordingSchedules implements Schedules {
  /** By the names of the schedules that are there. */
  readonly times = new Map<string, Date>();
  /** All that ever were, by the names of the executions that they start. */
  readonly fires = new Map<string, Fire>();

  async set({ runId, attempt }: Execution, at: Date): Promise<void> {
    const schedule = scheduleNameOf(runId, attempt);
    this.times.set(schedule, at);
    this.fires.set(executionNameOf(runId, attempt), { schedule, attempt, at });
    for (const name of earlierScheduleNamesOf(runId, attempt)) this.times.delete(name);
  }

  async clear({ runId, attempt }: Pick<Execution, 'runId' | 'attempt'>): Promise<void> {
    this.times.delete(scheduleNameOf(runId, attempt));
    for (const name of earlierScheduleNamesOf(runId, attempt)) this.times.delete(name);
  }
}

export class RecordingExchange implements Exchange {
  readonly objects = new Map<string, FrozenContent | readonly TestRecipient[]>();

  async freeze(content: FrozenContent): Promise<string> {
    const uri = `s3://exchange/${content.runId}/content.json`;
    const isOther = this.objects.has(uri) && !isDeepStrictEqual(this.objects.get(uri), content);
    return this.#keep(isOther ? `${uri}-${this.objects.size}` : uri, content);
  }

  /** Files that nobody has uploaded. */
  readonly notUploaded = new Set<string>();

  async keepFile(runId: string, { media, fileName, contentId }: ChosenFile): Promise<FrozenFile | undefined> {
    if (this.notUploaded.has(media.id)) return undefined;
    const file = { uri: `s3://exchange/${runId}/${media.id}`, fileName, contentType: media.contentType };
    return { ...file, size: media.bytes, sha256: '0'.repeat(64), ...(contentId !== undefined && { contentId }) };
  }

  async keepTest(testId: string, _: FrozenContent, recipients: readonly TestRecipient[]): Promise<string> {
    return this.#keep(`s3://exchange/tests/${testId}.json`, recipients);
  }

  #keep(uri: string, object: FrozenContent | readonly TestRecipient[]): string {
    this.objects.set(uri, object);
    return uri;
  }
}

/** Step Functions as far as waiting goes: a token works once. */
export class RecordingWaitingStates implements WaitingStates {
  readonly succeeded: string[] = [];
  readonly failed: { readonly token: string; readonly error: string }[] = [];
  readonly beats: string[] = [];

  async succeed(token: string): Promise<void> {
    if (!this.#isOver(token)) this.succeeded.push(token);
  }

  async fail(token: string, { error }: { readonly error: string }): Promise<void> {
    if (!this.#isOver(token)) this.failed.push({ token, error });
  }

  async beat(token: string): Promise<void> {
    this.beats.push(token);
  }

  #isOver(token: string): boolean {
    return this.succeeded.includes(token) || this.failed.some((one) => one.token === token);
  }
}
