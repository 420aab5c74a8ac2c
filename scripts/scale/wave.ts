import { CHUNK_SIZE } from '../../services/campaigns/src/domain/snapshot.ts';
import type { Fates } from '../../services/dispatch/src/testing/actor.ts';
import { World } from '../../services/dispatch/src/testing/world.ts';
import { cpuMs, latencyMs } from './assumptions.ts';
import { onFunction } from './part.ts';
import { stacks } from './stacks.ts';

/** What the senders did for one wave, as if on AWS. */
export interface SimulatedWave {
  readonly recipients: number;
  readonly seconds: number;
  readonly senderSeconds: number;
  readonly invocations: number;
  /** Calls over the network, by what was called. */
  readonly releaseCalls: ReadonlyMap<string, number>;
  readonly senderCalls: ReadonlyMap<string, number>;
}

const MOST_HOURS = 48;
const ms: Readonly<Record<string, number>> = {
  'ledger.replace': latencyMs.tableWrite,
  'governor.reserve': latencyMs.tableWrite,
  'wave.markDone': latencyMs.tableWrite,
  'wave.markTold': latencyMs.tableWrite,
  'suppression.among': latencyMs.batchRead,
  'ledger.readMany': latencyMs.batchRead,
  'task.send': latencyMs.message,
  'fact.waveProgressed': latencyMs.message,
  'fact.waveFinished': latencyMs.message,
  'snapshot.rows': latencyMs.object + onFunction('dispatch', 'sendChunk', cpuMs.openChunk),
};

/** Calls are answered after the time they take on AWS; those of one sender share its part of a core. */
class Observed {
  calls = new Map<string, number>();
  readonly #spans = new Map<string, { readonly from: number; readonly to: number }>();
  readonly #busyUntil = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  readonly fate: Fates = ({ place, actor }) => {
    const now = this.#now();
    const takes = place === 'ses.send' ? this.#send(actor, now) : (ms[place] ?? latencyMs.tableRead);
    this.calls.set(place, (this.calls.get(place) ?? 0) + 1);
    const { from, to } = this.#spans.get(actor) ?? { from: now, to: now };
    this.#spans.set(actor, { from, to: Math.max(to, now + takes) });
    return { thereMs: takes / 2, backMs: takes / 2 };
  };

  /** What was seen so far is set aside. */
  takeCalls(): ReadonlyMap<string, number> {
    const taken = this.calls;
    this.calls = new Map();
    this.#spans.clear();
    return taken;
  }

  get invocations(): number {
    return this.#spans.size;
  }

  get seconds(): number {
    return [...this.#spans.values()].reduce((sum, { from, to }) => sum + to - from, 0) / 1_000;
  }

  #send(actor: string, now: number): number {
    const free = Math.max(now, this.#busyUntil.get(actor) ?? 0) + onFunction('dispatch', 'sendChunk', cpuMs.send);
    this.#busyUntil.set(actor, free);
    return free - now + latencyMs.sesAnswer;
  }
}

/** Sends a wave with the real use cases of dispatch, in virtual time, with as many senders at once as are deployed. */
export const simulateWave = async ({
  rate,
  chunks,
  senders = stacks.senders.concurrency,
}: {
  readonly rate: number;
  readonly chunks: number;
  readonly senders?: number;
}): Promise<SimulatedWave> => {
  const observed = new Observed(() => world.time.now());
  const world = new World({
    chunks: Array.from({ length: chunks }, () => CHUNK_SIZE),
    fates: observed.fate,
    quota: { maxSendRate: rate * (1 - stacks.keptShare), max24HourSend: -1 },
    timeoutMs: stacks.senders.timeout * 1_000,
  });
  await world.finish(world.release());
  const releaseCalls = observed.takeCalls();

  const start = world.time.now();
  const isDone = await world.drain({ senders, hours: MOST_HOURS });
  if (!isDone) throw new Error(`A wave of ${chunks} chunks at ${rate}/s did not end within ${MOST_HOURS} hours`);
  return {
    recipients: chunks * CHUNK_SIZE,
    seconds: (world.time.now() - start) / 1_000,
    senderSeconds: observed.seconds,
    invocations: observed.invocations,
    releaseCalls,
    senderCalls: observed.takeCalls(),
  };
};
