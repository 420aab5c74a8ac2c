import type { DelayLog } from '../src/application/ports.ts';
import { type Delays, noDelays, together } from '../src/domain/delays.ts';

export class InMemoryDelayLog implements DelayLog {
  additions = 0;
  readonly #runs = new Map<string, Delays>();

  async add(runId: string, delays: Delays): Promise<void> {
    this.additions += 1;
    this.#runs.set(runId, together(await this.of(runId), delays));
  }

  async of(runId: string): Promise<Delays> {
    return this.#runs.get(runId) ?? noDelays;
  }
}
