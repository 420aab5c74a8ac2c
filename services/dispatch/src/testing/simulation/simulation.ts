import { makeFollowQuota } from '../../application/follow-quota.ts';
import type { Cause } from '../../application/ports.ts';
import { makeRefreshQuota } from '../../application/refresh-quota.ts';
import { makeReleaseWave } from '../../application/release-wave.ts';
import { makeSendChunk, type SendOutcome } from '../../application/send-chunk.ts';
import { makeSweep } from '../../application/sweep.ts';
import type { ChunkTask } from '../../domain/run.ts';
import type { Evidence } from '../../domain/settle-doubt.ts';
import type { WaveReport } from '../../domain/wave.ts';
import type { Agenda, Completion } from './agenda.ts';
import type { Basics } from './basics.ts';
import { CampaignModel, type ReleasedWave } from './campaign-model.ts';
import { ChunkQueue } from './chunk-queue.ts';
import { Courier } from './courier.ts';
import { describeRun } from './describe-run.ts';
import { assemble, edgesOf, type Surroundings } from './edges.ts';
import { FeedbackModel } from './feedback-model.ts';
import { Gaps } from './gaps.ts';
import { isOurFault } from './invoke.ts';
import { People } from './people.ts';
import { SimulationSes } from './simulation-ses.ts';
import { ifRevisionIsTheSame, SimulationStore } from './simulation-store.ts';
import { Timetable } from './timetable.ts';
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

/** One run of campaigns, dispatch and feedback: dispatch's own use cases, everything around them simulated. */
export class Simulation {
  readonly store: SimulationStore;
  readonly witness: Witness;
  readonly campaigns: CampaignModel;
  readonly people: People;
  readonly gaps: Gaps;
  readonly #basics: Basics;
  readonly #agenda: Agenda;
  readonly #variant: Variant;
  readonly #courier: Courier;
  readonly #timetable: Timetable;
  readonly #surroundings: Surroundings;
  readonly #waves = new Map<number, ReleasedWave>();
  readonly #completions: Completion[];
  #reports = 0;
  #looks = 0;

  constructor(basics: Basics, agenda: Agenda, variant: Variant) {
    this.#basics = basics;
    this.#agenda = agenda;
    this.gaps = new Gaps(agenda.gaps);
    this.#variant = variant;
    this.#completions = [...agenda.completions];
    this.#timetable = new Timetable(basics, () => this.isOver);
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
        repair: (chunks) => this.people.repair(chunks),
        finish: () => this.#end(),
      },
    );
    this.people = new People(RUN.runId, {
      basics,
      timetable: this.#timetable,
      courier: this.#courier,
      campaigns: this.campaigns,
      store: this.store,
      gaps: this.gaps,
      portsOf: (worker) => this.#portsOf(worker),
    });
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
      hearSuspension: () => this.people.lookInto(),
    };
    const gapAt = (chunk: number) => this.gaps.reasonAt(chunk, this.#timetable.elapsed);
    const lookAfter = (ms: number) => this.#lookAt(this.#timetable.elapsed + ms);
    return { ...basics, lookAfter, feedback, ses, queue, campaigns, gapAt, store: this.store, witness: this.witness };
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
    this.#every('refresh', MINUTE, (worker) => makeRefreshQuota(this.#portsOf(worker))());
    if (this.#variant.isSwept ?? true) {
      this.#every('sweep', 5 * MINUTE, (worker) => makeSweep(this.#portsOf(worker))(cause));
    }
    this.people.begin(this.#agenda);
  }

  #every(name: string, ms: number, work: (worker: Worker) => Promise<unknown>): void {
    void this.#timetable.every(ms, (times) => void this.#courier.attempt(`${name} ${times}`, work));
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
    void this.#timetable.at(elapsedMs, () =>
      this.#courier.deliver(name, (worker) => makeFollowQuota(this.#portsOf(worker))()),
    );
  }

  #end(): void {
    const { attempt, outcome } = this.campaigns;
    this.#basics.journal.note('campaigns', () => `the run is ${outcome}`);
    this.#courier.deliver(`close ${attempt}`, (worker) => this.#portsOf(worker).runs.close({ ...RUN, attempt }));
    const [completion] = this.#completions;
    if (completion) {
      void this.#timetable.at(this.#timetable.elapsed + completion.afterMs, () => {
        this.#completions.shift();
        this.people.complete(completion);
      });
    }
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
}
