import { RetryableError } from '@bulkhead/lambda-kit';
import type { MediaShelf, Templates } from '../application/content-ports.ts';
import type { ImageShelf } from '../application/images.ts';
import type { Campaigns, CampaignsRequest, Clock, PageRequest, Senders } from '../application/ports.ts';
import type { Controls, KnownRun, RunFacts, Runs, TaskTokens, WaitingStep, Waves } from '../application/run-ports.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { Capacity } from '../domain/capacity.ts';
import { type Control, freshControl } from '../domain/control.ts';
import { type Health, laterHealth, noHealth } from '../domain/guardrail.ts';
import type { Image } from '../domain/image.ts';
import type { Media } from '../domain/media.ts';
import type { WaveResult } from '../domain/plan.ts';
import type { Run } from '../domain/run.ts';
import type { SenderProfile } from '../domain/sender-profile.ts';
import type { Snapshot, SnapshotProgress } from '../domain/snapshot.ts';
import type { Template } from '../domain/template.ts';
import type { KeptWave } from '../domain/timeline.ts';
import type { WorstParts } from '../domain/worst-parts.ts';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Things with a version, stored as the table stores them. */
class InMemoryVersioned<Thing extends Versioned> {
  readonly #things = new Map<string, Thing>();
  readonly #code: string;

  constructor(code: string, things: readonly Thing[]) {
    this.#code = code;
    for (const thing of things) this.#things.set(thing.id, thing);
  }

  async find(id: string): Promise<Thing | undefined> {
    return this.#things.get(id);
  }

  async list({ limit, cursor }: PageRequest, isWanted: (thing: Thing) => boolean = () => true) {
    const all = [...this.#things.values()].filter(isWanted).toSorted((a, b) => (a.id < b.id ? 1 : -1));
    const rest = cursor === undefined ? all : all.filter(({ id }) => id < cursor);
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    return { items, ...(last && rest.length > limit && { cursor: last.id }) };
  }

  async save(thing: Thing): Promise<void> {
    if ((this.#things.get(thing.id)?.version ?? 0) !== thing.version - 1) throw this.#changed();
    this.#things.set(thing.id, thing);
  }

  async remove({ id, version }: Versioned): Promise<void> {
    if (this.#things.get(id)?.version !== version) throw this.#changed();
    this.#things.delete(id);
  }

  #changed() {
    return new RetryableError({ code: this.#code, message: 'Somebody else was first' });
  }
}

export class InMemoryCampaigns extends InMemoryVersioned<Campaign> implements Campaigns {
  constructor(...campaigns: readonly Campaign[]) {
    super('campaign_changed', campaigns);
  }

  override async list({ among, ...page }: CampaignsRequest) {
    return super.list(page, ({ status }) => among === undefined || among.includes(status));
  }
}

export class InMemoryMedia extends InMemoryVersioned<Media> implements MediaShelf {
  constructor(...media: readonly Media[]) {
    super('media_changed', media);
  }
}

export class InMemoryImages extends InMemoryVersioned<Image> implements ImageShelf {
  constructor(...images: readonly Image[]) {
    super('image_changed', images);
  }
}

export class InMemorySenders extends InMemoryVersioned<SenderProfile> implements Senders {
  constructor(...senders: readonly SenderProfile[]) {
    super('sender_changed', senders);
  }
}

export class InMemoryTemplates extends InMemoryVersioned<Template> implements Templates {
  constructor(...templates: readonly Template[]) {
    super('template_changed', templates);
  }
}

/** Everything that the table holds of runs, in its items. */
export class InMemoryRuns {
  readonly #runs = new Map<string, Run>();
  readonly #controls = new Map<string, Control>();
  readonly #health = new Map<string, Health>();
  readonly #worst = new Map<string, WorstParts>();
  readonly #capacities = new Map<string, Capacity>();
  readonly #progress = new Map<string, SnapshotProgress>();
  readonly #snapshots = new Map<string, Snapshot>();
  readonly #waves = new Map<string, WaveResult & KeptWave>();

  readonly runs: Runs = {
    find: async (runId) => {
      const run = this.#runs.get(runId);
      return run && this.#known(run);
    },
    save: async (run) => {
      if ((this.#runs.get(run.runId)?.revision ?? 0) !== run.revision) {
        throw new RetryableError({ code: 'run_changed', message: 'Somebody else was first' });
      }
      this.#runs.set(run.runId, { ...run, revision: run.revision + 1 });
    },
  };

  readonly facts: RunFacts = {
    keepSnapshot: async (runId, snapshot) => {
      if (!this.#snapshots.has(runId)) this.#snapshots.set(runId, snapshot);
    },
    keepSnapshotProgress: async (runId, progress) => {
      const known = this.#progress.get(runId);
      if (known === undefined || known.at <= progress.at) this.#progress.set(runId, progress);
    },
    keepWave: async (runId, result, ended) => {
      const key = `${runId} ${result.wave}`;
      if (!this.#waves.has(key)) this.#waves.set(key, { ...result, ...ended });
    },
    keepHealth: async (runId, health, worst) => {
      if (worst) this.#worst.set(runId, worst);
      this.#health.set(runId, laterHealth(this.#health.get(runId) ?? noHealth, health));
    },
    keepCapacity: async (runId, capacity) => {
      const known = this.#capacities.get(runId);
      if (known === undefined || known.refreshedAt <= capacity.refreshedAt) this.#capacities.set(runId, capacity);
    },
    isAnswered: async (runId, step) => {
      const control = this.#controls.get(runId)?.control;
      if (step.step === 'snapshot') return this.#snapshots.has(runId) || control === 'cancel';
      if (step.step === 'wave') return this.#waves.has(`${runId} ${step.wave}`);
      if (step.step === 'window') return control === 'cancel';
      return control !== 'hold';
    },
  };

  readonly waves: Waves = {
    of: async (runId, most) =>
      [...this.#waves]
        .flatMap(([key, kept]) => (key.startsWith(`${runId} `) ? [kept] : []))
        .toSorted((one, other) => one.wave - other.wave)
        .slice(-most),
  };

  readonly controls: Controls = {
    find: async (runId) => this.#controls.get(runId) ?? freshControl,
    save: async (runId, control) => {
      if ((this.#controls.get(runId)?.revision ?? 0) !== control.revision - 1) return false;
      this.#controls.set(runId, control);
      return true;
    },
  };

  #known(run: Run): KnownRun {
    const { runId } = run;
    const snapshot = this.#snapshots.get(runId);
    const snapshotProgress = this.#progress.get(runId);
    const worst = this.#worst.get(runId);
    const openResult = this.#waves.get(`${runId} ${run.plan?.open?.wave}`);
    return {
      run,
      control: this.#controls.get(runId) ?? freshControl,
      health: this.#health.get(runId) ?? noHealth,
      ...(worst && { worst }),
      ...(snapshot && { snapshot }),
      ...(snapshotProgress && { snapshotProgress }),
      ...(openResult && { openResult }),
      capacity: this.#capacities.get(runId),
    };
  }
}

const keyOf = (runId: string, step: WaitingStep) => `${runId} ${step.step === 'wave' ? step.wave : step.step}`;

export class InMemoryTaskTokens implements TaskTokens {
  readonly #tokens = new Map<string, readonly string[]>();

  async keep(runId: string, step: WaitingStep, token: string): Promise<void> {
    this.#tokens.set(keyOf(runId, step), [...new Set([...(await this.of(runId, step)), token])]);
  }

  async of(runId: string, step: WaitingStep): Promise<readonly string[]> {
    return this.#tokens.get(keyOf(runId, step)) ?? [];
  }

  async forget(runId: string, step: WaitingStep, tokens: readonly string[]): Promise<void> {
    const kept = (await this.of(runId, step)).filter((token) => !tokens.includes(token));
    this.#tokens.set(keyOf(runId, step), kept);
  }
}

export class SettableClock implements Clock {
  #now: Date;

  constructor(now: string) {
    this.#now = new Date(now);
  }

  now(): Date {
    return this.#now;
  }

  set(now: string): void {
    this.#now = new Date(now);
  }
}
