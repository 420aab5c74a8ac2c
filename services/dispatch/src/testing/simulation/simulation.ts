import { makeChangeControl } from '../../application/change-control.ts';
import { makeFollowQuota } from '../../application/follow-quota.ts';
import type { Cause } from '../../application/ports.ts';
import { makeRefreshQuota } from '../../application/refresh-quota.ts';
import { makeReleaseWave } from '../../application/release-wave.ts';
import { makeSendChunk, type SendOutcome } from '../../application/send-chunk.ts';
import { makeSweep } from '../../application/sweep.ts';
import type { SuppressionScope } from '../../domain/mail.ts';
import type { ChunkTask, Control } from '../../domain/run.ts';
import type { Evidence } from '../../domain/settle-doubt.ts';
import type { WaveReport } from '../../domain/wave.ts';
import type { Agenda, Completion } from './agenda.ts';
import type { Basics } from './basics.ts';
import { CampaignModel, type ReleasedWave } from './campaign-model.ts';
import { ChunkQueue } from './chunk-queue.ts';
import { Courier } from './courier.ts';
import { describeRun } from './describe-run.ts';
import {
  assemble,
  EXCLUDED_IMPORT,
  edgesOf,
  isOfExcludedImport,
  isOfOtherList,
  OTHER_LIST,
  type Surroundings,
} from './edges.ts';
import { FeedbackModel } from './feedback-model.ts';
import { Gaps } from './gaps.ts';
import { isOurFault } from './invoke.ts';
import { SimulationSes } from './simulation-ses.ts';
import { ifRevisionIsTheSame, SimulationStore } from './simulation-store.ts';
import type { Variant } from './variant.ts';
import { Witness } from './witness.ts';
import type { Worker } from './worker.ts';

export const RUN = {
  runId: 'run_1',
  campaignId: 'cmp_1',
  content: 's3://c/content',
  manifest: 's3://a/manifest',
  attempt: 1,
};
const cause: Cause = { correlationId: 'simulation' };
const MINUTE = 60_000;
/** A person looks into a run that held itself. */
const HELD_MS = 10 * MINUTE;

/** One run of campaigns, dispatch and feedback: dispatch's own use cases, everything around them simulated. */
export class Simulation {
  readonly store: SimulationStore;
  readonly witness: Witness;
  readonly campaigns: CampaignModel;
  readonly suppressed = new Set<string>();
  readonly gaps: Gaps;
  readonly #basics: Basics;
  readonly #agenda: Agenda;
  readonly #variant: Variant;
  readonly #courier: Courier;
  readonly #surroundings: Surroundings;
  readonly #waves = new Map<number, ReleasedWave>();
  readonly #completions: Completion[];
  #revision = 0;
  #excluded: readonly string[] = [];
  #reports = 0;
  #looks = 0;

  constructor(basics: Basics, agenda: Agenda, variant: Variant) {
    this.#basics = basics;
    this.#agenda = agenda;
    this.gaps = new Gaps(agenda.gaps);
    this.#variant = variant;
    this.#completions = [...agenda.completions];
    this.#courier = new Courier(basics, (worker, error) => this.#failed(worker, error));
    this.store = new SimulationStore({
      basics,
      mayReplace: variant.mayReplace ?? ifRevisionIsTheSame,
      tell: (promise, text) => this.witness.tell(promise, text),
    });
    this.witness = new Witness({
      basics,
      ledgers: () => this.store.chunksOf(RUN.runId),
      releaseOf: (wave) => this.#waves.get(wave),
    });
    this.campaigns = new CampaignModel(
      { chunks: basics.scenario.chunks.length, isAlwaysFinal: basics.scenario.isAlwaysFinal },
      {
        release: (wave) => this.#release(wave),
        repair: (chunks) => this.#repair(chunks),
        finish: () => this.#end(),
      },
    );
    this.#surroundings = this.#surround();
  }

  #surround(): Surroundings {
    const basics = this.#basics;
    const feedback = new FeedbackModel(basics, this.#agenda, {
      rules: { waitsForProbe: true, isAsOfProbe: true, ...this.#variant.feedback },
      report: (chunk, evidence) => this.#reportReceipts(chunk, evidence),
    });
    const ses = new SimulationSes(basics, this.#agenda, { witness: this.witness, tell: (tags) => feedback.hear(tags) });
    const queue = new ChunkQueue(basics, {
      send: (task, worker) => this.#send(task, worker),
      failed: (worker, error) => this.#failed(worker, error),
    });
    const campaigns = {
      hearReport: (wave: number, report: WaveReport) => this.#finishWave(wave, report),
      hearSuspension: () => this.#suspend(),
    };
    const gapAt = (chunk: number) => this.gaps.reasonAt(chunk, this.#elapsed());
    const lookAfter = (ms: number) => this.#lookAt(this.#elapsed() + ms);
    return { ...basics, lookAfter, feedback, ses, queue, campaigns, gapAt, store: this.store, witness: this.witness };
  }

  /** When somebody has repaired what was unreadable of a run at its end, the run sends on. Answers whether anybody will. */
  #repair(chunks: readonly number[]): boolean {
    const repairedAt = this.gaps.repair(chunks, this.#elapsed());
    if (repairedAt === undefined) return false;
    const { attempt } = this.campaigns;
    void this.#at(repairedAt, () => {
      if (this.campaigns.attempt !== attempt) return;
      this.#basics.journal.note('a person', () => `has repaired chunks ${chunks.join(', ')}`);
      this.campaigns.takeUp(chunks);
    });
    return true;
  }

  get isOver(): boolean {
    return this.campaigns.outcome !== undefined && this.#completions.length === 0;
  }

  /** How often dispatch has been given a message to work on a chunk. */
  get deliveries(): number {
    return this.#surroundings.queue.deliveries;
  }

  /** In one line, for a run that comes to no end. */
  describe(): string {
    return describeRun(this.campaigns.openWave, this.store.chunksOf(RUN.runId));
  }

  /** Lets everything begin: the run, the schedules, and what the agenda has in store. */
  begin(): void {
    this.campaigns.goOn();
    void this.#every('refresh', MINUTE, (worker) => makeRefreshQuota(this.#portsOf(worker))());
    if (this.#variant.isSwept ?? true) {
      void this.#every('sweep', 5 * MINUTE, (worker) => makeSweep(this.#portsOf(worker))(cause));
    }
    for (const act of this.#agenda.acts) {
      void this.#at(act.at, () => this.#control(act.kind));
      if (act.kind === 'hold') void this.#at(act.at + act.forMs, () => this.#control('send'));
    }
    for (const { at } of this.#agenda.exclusions) void this.#at(at, () => this.#exclude());
    for (const { at, contactId } of this.#agenda.leavers) void this.#at(at, () => this.#suppress(contactId));
  }

  #portsOf(worker: Worker) {
    const edges = edgesOf(this.#surroundings, worker);
    return assemble(this.#variant.around?.(edges, worker) ?? edges);
  }

  #send(task: ChunkTask, worker: Worker): Promise<SendOutcome> {
    const deadline = worker.watch.now() + this.#basics.scenario.timeoutMs;
    return makeSendChunk(this.#portsOf(worker))(task, { id: worker.id, deadline }, cause);
  }

  #release(wave: ReleasedWave): void {
    this.#waves.set(wave.wave, wave);
    this.#basics.journal.note(
      'campaigns',
      () => `release wave ${wave.wave}${wave.final ? ', final' : ''}: ${wave.chunks.join(', ')}`,
    );
    this.#courier.deliver(`release ${wave.wave}`, (worker) =>
      makeReleaseWave(this.#portsOf(worker))({ run: { ...RUN, attempt: wave.attempt }, ...wave }, cause),
    );
  }

  #finishWave(wave: number, report: WaveReport): void {
    this.#reports += 1;
    this.#courier.deliver(`report ${wave}.${this.#reports}`, async () => this.campaigns.hearReport(wave, report));
  }

  #lookAt(elapsedMs: number): void {
    this.#looks += 1;
    const name = `look ${this.#looks}`;
    void this.#at(elapsedMs, () => this.#courier.deliver(name, (worker) => makeFollowQuota(this.#portsOf(worker))()));
  }

  #end(): void {
    const { attempt, outcome } = this.campaigns;
    this.#basics.journal.note('campaigns', () => `the run is ${outcome}`);
    this.#courier.deliver(`close ${attempt}`, (worker) => this.#portsOf(worker).runs.close({ ...RUN, attempt }));
    const [completion] = this.#completions;
    if (completion) void this.#at(this.#elapsed() + completion.afterMs, () => this.#complete(completion));
  }

  /** The word that it may send, and the first wave of the attempt, may come in any order. */
  #complete({ reconsider }: Completion): void {
    this.#completions.shift();
    this.#basics.journal.note('a person', () => `completes the run: ${reconsider.join(' and ') || 'the unsent'}`);
    this.gaps.beginAnew();
    if (reconsider.includes('suppressed')) {
      this.#excluded = [];
      this.store.noteExcluded([]);
    }
    this.campaigns.complete(reconsider);
    this.#tellControl('send');
  }

  #control(control: Control): void {
    this.#basics.journal.note('a person', () => `says ${control}`);
    this.campaigns.changeControl(control);
    this.#tellControl(control);
  }

  /** Whoever was left out stays left out, whatever is said later. */
  #tellControl(control: Control): void {
    this.#revision += 1;
    const revision = this.#revision;
    const { attempt } = this.campaigns;
    const exclude = this.#excluded.length > 0 ? { domains: [], imports: [EXCLUDED_IMPORT] } : undefined;
    const excluded = this.#excluded;
    this.#courier.deliver(`control ${revision}`, async (worker) => {
      await makeChangeControl(this.#portsOf(worker))({ runId: RUN.runId, control, revision, attempt, exclude }, cause);
      if (excluded === this.#excluded) this.store.noteExcluded(excluded);
    });
  }

  /** A person resumes the run without an import; nothing can be said of a run that is cancelled. */
  #exclude(): void {
    if (this.campaigns.isCancelled) return;
    this.#excluded = this.#basics.scenario.chunks.flatMap((recipients, chunk) =>
      Array.from({ length: recipients }, (_, offset) => offset)
        .filter(isOfExcludedImport)
        .map((offset) => `${chunk}-${offset}`),
    );
    for (const contactId of this.#excluded) this.suppressed.add(contactId);
    this.#basics.journal.note('a person', () => `excludes ${EXCLUDED_IMPORT}`);
    this.#control('send');
  }

  #suspend(): void {
    this.#control('hold');
    void this.#at(this.#elapsed() + HELD_MS, () => this.#control('send'));
  }

  #suppress(contactId: string): void {
    this.suppressed.add(contactId);
    const scope: SuppressionScope = isOfOtherList(Number(contactId.split('-')[1]))
      ? { kind: 'list', listId: OTHER_LIST }
      : { kind: 'everything' };
    const change = { contactId, scope, isSuppressed: true, at: new Date(0) };
    this.#courier.deliver(`leaver ${contactId}`, (worker) => this.#portsOf(worker).suppressions.record(change));
  }

  #reportReceipts(chunk: number, evidence: Evidence): void {
    this.#reports += 1;
    this.#courier.deliver(`receipts ${chunk}.${this.#reports}`, (worker) =>
      this.#portsOf(worker).evidences.record({ runId: RUN.runId, chunk }, evidence),
    );
  }

  #failed(worker: Worker, error: unknown): void {
    if (isOurFault(error)) this.witness.tell('crash', `${worker.id}: ${String(error)}`);
  }

  #elapsed(): number {
    return this.#basics.time.now() - this.#basics.start;
  }

  async #at(elapsedMs: number, act: () => void): Promise<void> {
    await this.#basics.time.sleepUntil(this.#basics.start + elapsedMs);
    if (!this.isOver) act();
  }

  async #every(name: string, ms: number, work: (worker: Worker) => Promise<unknown>): Promise<void> {
    for (let times = 1; !this.isOver; times += 1) {
      await this.#basics.time.sleepUntil(this.#basics.start + times * ms);
      if (!this.isOver) void this.#courier.attempt(`${name} ${times}`, work);
    }
  }
}
