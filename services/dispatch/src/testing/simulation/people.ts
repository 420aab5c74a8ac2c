import { makeChangeControl } from '../../application/change-control.ts';
import type { Cause } from '../../application/ports.ts';
import type { SuppressionScope } from '../../domain/mail.ts';
import type { Control } from '../../domain/run.ts';
import type { Agenda, Completion } from './agenda.ts';
import type { Basics } from './basics.ts';
import type { CampaignModel } from './campaign-model.ts';
import type { Courier } from './courier.ts';
import { type assemble, EXCLUDED_IMPORT, isOfExcludedImport, isOfOtherList, OTHER_LIST } from './edges.ts';
import type { Gaps } from './gaps.ts';
import type { SimulationStore } from './simulation-store.ts';
import type { Timetable } from './timetable.ts';
import type { Worker } from './worker.ts';

export interface AroundPeople {
  readonly basics: Basics;
  readonly timetable: Timetable;
  readonly courier: Courier;
  readonly campaigns: CampaignModel;
  readonly store: SimulationStore;
  readonly gaps: Gaps;
  readonly portsOf: (worker: Worker) => ReturnType<typeof assemble>;
}

const cause: Cause = { correlationId: 'people' };
/** A person looks into a run that held itself. */
const HELD_MS = 600_000;

/** Those who send a run, and its recipients: who holds, resumes, cancels, repairs and completes it, and who leaves. */
export class People {
  readonly suppressed = new Set<string>();
  readonly #around: AroundPeople;
  readonly #runId: string;
  #revision = 0;
  #excluded: readonly string[] = [];

  constructor(runId: string, around: AroundPeople) {
    this.#runId = runId;
    this.#around = around;
  }

  /** Lets what they will do begin. */
  begin({ acts, exclusions, leavers }: Agenda): void {
    const { timetable } = this.#around;
    for (const act of acts) {
      void timetable.at(act.at, () => this.#control(act.kind));
      if (act.kind === 'hold') void timetable.at(act.at + act.forMs, () => this.#control('send'));
    }
    for (const { at } of exclusions) void timetable.at(at, () => this.#exclude());
    for (const { at, contactId } of leavers) void timetable.at(at, () => this.#suppress(contactId));
  }

  /** A run that SES has stopped is held until somebody has looked into it. */
  lookInto(): void {
    const { timetable } = this.#around;
    this.#control('hold');
    void timetable.at(timetable.elapsed + HELD_MS, () => this.#control('send'));
  }

  /** When somebody has repaired what was unreadable of a run at its end, the run sends on. Answers whether anybody will. */
  repair(chunks: readonly number[]): boolean {
    const { basics, campaigns, gaps, timetable } = this.#around;
    const repairedAt = gaps.repair(chunks, timetable.elapsed);
    if (repairedAt === undefined) return false;
    const { attempt } = campaigns;
    void timetable.at(repairedAt, () => {
      if (campaigns.attempt !== attempt) return;
      basics.journal.note('a person', () => `has repaired chunks ${chunks.join(', ')}`);
      campaigns.takeUp(chunks);
    });
    return true;
  }

  /** The word that it may send, and the first wave of the attempt, may come in any order. */
  complete({ reconsider }: Completion): void {
    const { basics, campaigns, gaps, store } = this.#around;
    basics.journal.note('a person', () => `completes the run: ${reconsider.join(' and ') || 'the unsent'}`);
    gaps.beginAnew();
    if (reconsider.includes('suppressed')) {
      this.#excluded = [];
      store.noteExcluded([]);
    }
    campaigns.complete(reconsider);
    this.#tellControl('send');
  }

  #control(control: Control): void {
    const { basics, campaigns } = this.#around;
    basics.journal.note('a person', () => `says ${control}`);
    campaigns.changeControl(control);
    this.#tellControl(control);
  }

  /** Whoever was left out stays left out, whatever is said later. */
  #tellControl(control: Control): void {
    const { campaigns, courier, portsOf, store } = this.#around;
    this.#revision += 1;
    const excluded = this.#excluded;
    const said = {
      runId: this.#runId,
      control,
      revision: this.#revision,
      attempt: campaigns.attempt,
      exclude: excluded.length > 0 ? { domains: [], imports: [EXCLUDED_IMPORT] } : undefined,
    };
    courier.deliver(`control ${said.revision}`, async (worker) => {
      await makeChangeControl(portsOf(worker))(said, cause);
      if (excluded === this.#excluded) store.noteExcluded(excluded);
    });
  }

  /** A person resumes the run without an import; nothing can be said of a run that is cancelled. */
  #exclude(): void {
    const { basics, campaigns } = this.#around;
    if (campaigns.isCancelled) return;
    this.#excluded = basics.scenario.chunks.flatMap((recipients, chunk) =>
      Array.from({ length: recipients }, (_, offset) => offset)
        .filter(isOfExcludedImport)
        .map((offset) => `${chunk}-${offset}`),
    );
    for (const contactId of this.#excluded) this.suppressed.add(contactId);
    basics.journal.note('a person', () => `excludes ${EXCLUDED_IMPORT}`);
    this.#control('send');
  }

  #suppress(contactId: string): void {
    const { courier, portsOf } = this.#around;
    this.suppressed.add(contactId);
    const scope: SuppressionScope = isOfOtherList(Number(contactId.split('-')[1]))
      ? { kind: 'list', listId: OTHER_LIST }
      : { kind: 'everything' };
    const change = { contactId, scope, isSuppressed: true, at: new Date(0) };
    courier.deliver(`leaver ${contactId}`, (worker) => portsOf(worker).suppressions.record(change));
  }
}
