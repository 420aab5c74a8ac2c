import { hasOffset } from '../../domain/bitmap.ts';
import { type Counts, countsOf, type Ledger, sumOf } from '../../domain/chunk-state.ts';
import type { Reconsidered } from '../../domain/reconsider.ts';
import type { WaveReport } from '../../domain/wave.ts';
import type { Basics } from './basics.ts';
import type { ReleasedWave } from './campaign-model.ts';
import { Tempo } from './tempo.ts';

type Tags = Readonly<Record<string, string>>;

/**
 * A promise that was broken. `wave`: it is called over, and is not. `count`: a report or a ledger says what is not true. `generation`:
 * somebody works for a message that was outlived. `suppressed`: somebody is claimed who left the list seconds ago. `crash`: an error that no weather explains.
 */
export interface Broken {
  readonly promise:
    | 'sent_twice'
    | 'never_sent'
    | 'rate'
    | 'stuck'
    | 'wave'
    | 'count'
    | 'generation'
    | 'suppressed'
    | 'crash';
  readonly text: string;
}

interface Settings {
  readonly basics: Basics;
  readonly ledgers: () => ReadonlyMap<number, Ledger>;
  readonly releaseOf: (wave: number) => ReleasedWave | undefined;
}

const none = (): Counts => sumOf([]);

/** Sees everything: what SES takes, who starts what when, and what is said of it. */
export class Witness {
  readonly accepted = new Map<string, number>();
  readonly refused = new Set<string>();
  readonly broken: Broken[] = [];
  readonly tempo: Tempo;
  readonly #settings: Settings;
  readonly #reported = new Set<number>();
  readonly #before = new Map<number, Counts>();

  constructor(settings: Settings) {
    this.#settings = settings;
    this.tempo = new Tempo(settings.basics, (text) => this.tell('rate', text));
  }

  tell(promise: Broken['promise'], text: string): void {
    this.#settings.basics.journal.note('BROKEN', () => `${promise}: ${text}`);
    this.broken.push({ promise, text });
  }

  /** A sender hands a mail to its client. Of a wave that is over it may only be one in doubt. */
  starts(worker: string, { probe, chunk = '', offset = '', attempt = '' }: Tags): void {
    if (probe !== undefined || !this.#reported.has(Number.parseInt(attempt, 10))) return;
    const ledger = this.#ledger(Number(chunk));
    if (ledger && hasOffset(ledger.unknown, Number(offset))) return;
    this.tell('wave', `${worker} sends ${chunk}/${offset} for wave ${attempt}, which is over`);
  }

  arrives(): void {
    this.tempo.arrives();
  }

  reserves(everyMs: number): void {
    this.tempo.reserves(everyMs);
  }

  accepts(tags: Tags): void {
    if (tags['probe'] !== undefined) return;
    const key = keyOf(tags);
    const times = (this.accepted.get(key) ?? 0) + 1;
    this.accepted.set(key, times);
    if (times > 1) this.tell('sent_twice', `${key} is taken ${times} times`);
  }

  refuses(tags: Tags): void {
    this.refused.add(keyOf(tags));
  }

  /** The first report of a wave is exact, and nobody works on the wave any more. */
  hearReport(wave: number, report: WaveReport): void {
    if (this.#reported.has(wave)) return;
    this.#reported.add(wave);

    const { chunks = [], reconsider = [] } = this.#settings.releaseOf(wave) ?? {};
    const ledgers = chunks.map((chunk): readonly [number, Ledger | undefined] => [chunk, this.#ledger(chunk)]);
    for (const [chunk, ledger] of ledgers) {
      if (ledger?.shutWave === wave && ledger.owner === '') continue;
      this.tell('wave', `wave ${wave} is reported while chunk ${chunk} is open`);
    }
    const before = sumOf(chunks.map((chunk) => this.#before.get(chunk) ?? none()));
    for (const [chunk, ledger] of ledgers) this.#before.set(chunk, ledger ? countsOf(ledger) : none());
    const after = sumOf(chunks.map((chunk) => this.#before.get(chunk) ?? none()));
    const unreadable = sumOf(ledgers.map(([, ledger]) => (ledger?.unreadable ? countsOf(ledger) : none()))).pending;
    this.#compare(wave, report, { before: without(before, reconsider), after, unreadable });
  }

  #compare(
    wave: number,
    { unreadable: said, ...report }: WaveReport,
    { before, after, unreadable }: { readonly before: Counts; readonly after: Counts; readonly unreadable: number },
  ): void {
    const expected = {
      accepted: after.accepted - before.accepted,
      refused: after.refused - before.refused,
      suppressed: after.suppressed - before.suppressed,
      left: after.left - before.left,
      pending: after.pending - unreadable,
      unsettled: after.unknown,
      unreadable,
    };
    const parts = Object.entries(expected).map(([part, count]) => ({ part, count }));
    const saidOf = { ...report, unreadable: said.reduce((sum, { recipients }) => sum + recipients, 0) };
    const wrong = parts.filter(({ part, count }) => Reflect.get(saidOf, part) !== count);
    const sum = parts.reduce((all, { count }) => all + count, 0);
    if (wrong.length === 0 && sum === report.recipients) return;
    this.tell('count', `wave ${wave} says ${JSON.stringify(saidOf)}, but it was ${JSON.stringify(expected)}`);
  }

  #ledger(chunk: number): Ledger | undefined {
    return this.#settings.ledgers().get(chunk);
  }
}

/** Those who are reconsidered count as open before. */
const without = (counts: Counts, those: readonly Reconsidered[]): Counts =>
  those.reduce((rest, fate) => ({ ...rest, [fate]: 0 }), counts);

const keyOf = ({ chunk = '', offset = '' }: Tags): string => `${chunk}/${offset}`;
