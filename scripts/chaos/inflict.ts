import { setTimeout as pause } from 'node:timers/promises';

import type { Client } from '@bulkhead/e2e';

import { click } from './click.ts';
import type { Journal } from './journal.ts';
import type { KillHost } from './kill-host.ts';
import type { Mishap } from './plan-faults.ts';
import { troubleSes } from './ses-trouble.ts';
import type { Wiretap } from './wiretap.ts';

/** What a fault is done to. */
export interface Victim {
  readonly killHost: KillHost;
  readonly client: Client;
  readonly wiretap: Wiretap;
  readonly runId: string;
  readonly journal: Journal;
}

type Kill = Mishap & { readonly kind: 'kill' };
type Hold = Mishap & { readonly kind: 'hold' };

/** Does things to a run, as many at a time as come. */
export class Inflictor {
  readonly #victim: Victim;
  readonly #underWay = new Set<Promise<void>>();
  #kills = 0;
  #holds = 0;

  constructor(victim: Victim) {
    this.#victim = victim;
  }

  get kills(): number {
    return this.#kills;
  }

  /** Whether the run is held by us, who will also resume it. */
  get isHolding(): boolean {
    return this.#holds > 0;
  }

  /** Begins; what it does may outlast the call. */
  inflict(mishap: Mishap): void {
    this.#victim.journal.note(inWords(mishap));
    const doing = this.#perform(mishap);
    this.#underWay.add(doing);
    // A failure is for `settled` to tell.
    void doing.then(() => this.#underWay.delete(doing)).catch(() => undefined);
  }

  /**
   * Waits until nothing is broken any more.
   * @throws if something could not be mended
   */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  #perform(mishap: Mishap): Promise<void> {
    switch (mishap.kind) {
      case 'kill':
        return this.#kill(mishap);
      case 'hold':
        return this.#hold(mishap);
      case 'ses':
        return troubleSes(this.#victim.client.gateway, mishap);
      case 'wave_again':
      case 'chunk_again':
        return deliverAgain(this.#victim, mishap);
    }
  }

  async #kill({ service, downMs }: Kill): Promise<void> {
    const { killHost, journal } = this.#victim;
    this.#kills += 1;
    await killHost(service, downMs);
    journal.note(`${service} is back`);
  }

  async #hold({ forMs }: Hold): Promise<void> {
    const { client, runId, journal } = this.#victim;
    this.#holds += 1;
    await click(client, runId, 'hold');
    await pause(forMs);
    await click(client, runId, 'resume');
    this.#holds -= 1;
    journal.note('resumed');
  }
}

const inWords = (mishap: Mishap): string => {
  switch (mishap.kind) {
    case 'kill':
      return `SIGKILL of the host of ${mishap.service}, down for ${mishap.downMs} ms`;
    case 'ses':
      return `SES: ${JSON.stringify(mishap.trouble)} for ${mishap.forMs} ms, drawn from seed ${mishap.seed}`;
    case 'hold':
      return `hold for ${mishap.forMs} ms`;
    case 'chunk_again':
      return `a chunk message again, ${mishap.copies} times`;
    case 'wave_again':
      return 'a released wave again';
  }
};

const deliverAgain = async (
  { wiretap, runId, journal }: Victim,
  mishap: Mishap & { readonly kind: 'chunk_again' | 'wave_again' },
): Promise<void> => {
  const again =
    mishap.kind === 'wave_again'
      ? await wiretap.repeatWave(runId, mishap.pick)
      : await wiretap.repeatChunk(runId, mishap.pick, mishap.copies);
  journal.note(`delivered again: ${again ?? 'nothing, no wave was released yet'}`);
};
