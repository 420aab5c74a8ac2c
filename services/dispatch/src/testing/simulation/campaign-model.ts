import type { Reconsidered } from '../../domain/reconsider.ts';
import type { Control } from '../../domain/run.ts';
import type { WaveReport } from '../../domain/wave.ts';

export interface ReleasedWave {
  readonly wave: number;
  readonly final: boolean;
  readonly chunks: readonly number[];
  readonly attempt: number;
  readonly reconsider?: readonly Reconsidered[];
}

interface Tell {
  readonly release: (wave: ReleasedWave) => void;
  /** The end is near, and the rows of these chunks could not be read. Answers whether somebody will repair that. */
  readonly repair: (chunks: readonly number[]) => boolean;
  readonly finish: (outcome: 'sent' | 'cancelled') => void;
}

interface Settings {
  readonly chunks: number;
  readonly isAlwaysFinal: boolean;
}

const sorted = (chunks: Iterable<number>): readonly number[] => [...new Set(chunks)].toSorted((a, b) => a - b);

/** The service of campaigns as dispatch sees it: growing waves, what was held up again, doubt at last; whoever reports a wave first is believed. */
export class CampaignModel {
  readonly reports: WaveReport[] = [];
  readonly #settings: Settings;
  readonly #tell: Tell;
  #control: Control = 'send';
  #open: ReleasedWave | undefined;
  #next = 0;
  #wave = 0;
  #size = 0;
  #again: readonly number[] = [];
  #doubt: readonly number[] = [];
  #unreadable: readonly number[] = [];
  #isInRepair = false;
  #isSettled = false;
  #attempt = 1;
  #reconsider: readonly Reconsidered[] = [];
  #outcome: 'sent' | 'cancelled' | undefined;

  constructor(settings: Settings, tell: Tell) {
    this.#settings = settings;
    this.#tell = tell;
  }

  get outcome(): 'sent' | 'cancelled' | undefined {
    return this.#outcome;
  }

  get openWave(): ReleasedWave | undefined {
    return this.#open;
  }

  get isCancelled(): boolean {
    return this.#control === 'cancel';
  }

  get attempt(): number {
    return this.#attempt;
  }

  /** An ended run goes on in its next attempt: where it stopped, or from its first chunk to reconsider somebody. */
  complete(reconsider: readonly Reconsidered[]): void {
    this.#attempt += 1;
    this.#outcome = undefined;
    this.#control = 'send';
    this.#reconsider = reconsider;
    this.#isSettled = false;
    this.#isInRepair = false;
    this.#again = sorted([...this.#again, ...this.#unreadable]);
    this.#unreadable = [];
    if (reconsider.length > 0) {
      this.#next = 0;
      this.#size = 0;
      this.#doubt = sorted([...this.#doubt, ...this.#again]);
      this.#again = [];
    }
    this.goOn();
  }

  /** Nothing changes a cancel but the next attempt. */
  changeControl(control: Control): void {
    if (this.#control !== 'cancel') this.#control = control;
    this.goOn();
  }

  hearReport(wave: number, report: WaveReport): void {
    const open = this.#open;
    if (open?.wave !== wave) return;

    this.reports.push(report);
    this.#open = undefined;
    this.#again = sorted([...this.#again, ...report.chunksWithPending]);
    this.#doubt = sorted([...this.#doubt, ...report.chunksWithDoubt]);
    this.#unreadable = sorted([...this.#unreadable, ...report.unreadable.flatMap(({ chunks }) => chunks)]);
    this.#isSettled = open.final;
    this.goOn();
  }

  /** These chunks can be read again. */
  takeUp(chunks: readonly number[]): void {
    if (this.#outcome !== undefined) return;
    this.#isInRepair = false;
    this.#unreadable = this.#unreadable.filter((chunk) => !chunks.includes(chunk));
    this.#again = sorted([...this.#again, ...chunks]);
    this.goOn();
  }

  goOn(): void {
    if (this.#open !== undefined || this.#outcome !== undefined) return;
    if (this.#control === 'cancel') this.#wind();
    else if (this.#isAllReleased && this.#doubt.length === 0) this.#end();
    else if (this.#control === 'send') this.#send();
  }

  get #isAllReleased(): boolean {
    return this.#next >= this.#settings.chunks && this.#again.length === 0;
  }

  /** Unless somebody repairs what was unreadable. */
  #end(): void {
    if (this.#isInRepair) return;
    this.#isInRepair = this.#unreadable.length > 0 && this.#tell.repair(this.#unreadable);
    if (!this.#isInRepair) this.#finish('sent');
  }

  /** A cancelled run still owes an answer for its doubt. */
  #wind(): void {
    const chunks = sorted([...this.#again, ...this.#doubt]);
    if (this.#isSettled || chunks.length === 0) this.#finish('cancelled');
    else this.#release(chunks, true);
  }

  #send(): void {
    if (this.#isAllReleased) this.#release(this.#doubt, true);
    else this.#grow();
  }

  #grow(): void {
    if (this.#reconsider.length > 0 && this.#again.length > 0) {
      this.#release(this.#again, this.#settings.isAlwaysFinal);
      return;
    }
    this.#size = Math.max(1, this.#size * 2);
    const fresh = Math.max(0, Math.min(this.#size - this.#again.length, this.#settings.chunks - this.#next));
    const chunks = [...this.#again, ...Array.from({ length: fresh }, (_, n) => this.#next + n)];
    this.#next += fresh;
    this.#release(chunks, this.#settings.isAlwaysFinal, this.#reconsider);
  }

  #release(chunks: readonly number[], final: boolean, reconsider: readonly Reconsidered[] = []): void {
    const released = new Set(chunks);
    this.#wave += 1;
    this.#again = this.#again.filter((chunk) => !released.has(chunk));
    this.#doubt = this.#doubt.filter((chunk) => !released.has(chunk));
    this.#unreadable = this.#unreadable.filter((chunk) => !released.has(chunk));
    const those = reconsider.length > 0 ? { reconsider } : {};
    this.#open = { wave: this.#wave, attempt: this.#attempt, final, chunks, ...those };
    this.#tell.release(this.#open);
  }

  #finish(outcome: 'sent' | 'cancelled'): void {
    this.#outcome = outcome;
    this.#tell.finish(outcome);
  }
}
