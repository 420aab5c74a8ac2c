import type { Mailers } from '../../application/ports.ts';
import type { Quota } from '../../domain/quota.ts';
import type { SendAnswer } from '../../domain/send-answer.ts';
import { LostAnswer } from '../actor.ts';
import type { Agenda, Spell } from './agenda.ts';
import type { Basics } from './basics.ts';
import { type SesTrouble, troubleWithSes } from './ses-trouble.ts';
import type { Witness } from './witness.ts';
import type { Worker } from './worker.ts';

type Tags = Readonly<Record<string, string>>;

interface Ears {
  readonly witness: Witness;
  /** Hears of every mail that SES takes. */
  readonly tell: (tags: Tags) => void;
}

const unsent: SendAnswer = { kind: 'unsent', reason: 'no_connection' };
const unknown: SendAnswer = { kind: 'unknown', reason: 'no_answer' };
const DAILY = 1_000_000;
/** SES lets a short burst pass. */
const BURST = 1.5;

/** SES with all its moods: it takes mails and does not say so, fails, throttles, is slow, or is not there. */
export class SimulationSes {
  readonly #basics: Basics;
  readonly #agenda: Agenda;
  readonly #ears: Ears;
  readonly #taken: number[] = [];

  constructor(basics: Basics, agenda: Agenda, ears: Ears) {
    this.#basics = basics;
    this.#agenda = agenda;
    this.#ears = ears;
  }

  get quota(): Quota {
    const isUsedUp = this.#spell()?.kind === 'quota';
    return { maxSendRate: this.rate, max24HourSend: DAILY, sentLast24Hours: isUsedUp ? DAILY : 0 };
  }

  get rate(): number {
    const elapsed = this.#basics.time.now() - this.#basics.start;
    return this.#agenda.rates.reduce(
      (rate, { at, factor }) => (at <= elapsed ? rate * factor : rate),
      this.#basics.scenario.rate,
    );
  }

  mailersFor(worker: Worker): Mailers {
    return { open: async () => ({ send: ({ tags }) => this.#send(worker, tags), close: () => {} }) };
  }

  async #send(worker: Worker, tags: Tags): Promise<SendAnswer> {
    const { chance, scenario, pace } = this.#basics;
    const name = nameOf(tags);
    this.#ears.witness.starts(worker.id, tags);
    if (this.#spell()?.kind === 'refuses connections') return unsent;

    const limits = { requestMs: pace.requestMs, networkMs: scenario.networkMs };
    const trouble = chance.fault(`${worker.id} sends ${name}`, troubleWithSes(scenario.weather, limits));
    if (trouble?.answer?.kind === 'unsent') return trouble.answer;
    try {
      return await worker.callWith(`sends ${name}`, trouble, () => this.#take(worker, tags, trouble));
    } catch (error) {
      if (error instanceof LostAnswer) return unknown;
      throw error;
    }
  }

  #take(worker: Worker, tags: Tags, trouble: SesTrouble | undefined): SendAnswer {
    const { witness } = this.#ears;
    if (trouble === undefined) witness.arrives();

    const answer = trouble?.answer ?? this.#answerOf(tags);
    if (answer.kind === 'accepted' || trouble?.isTaken) this.#accept(worker, tags);
    if (answer.kind === 'refused') witness.refuses(tags);
    return answer;
  }

  #accept(worker: Worker, tags: Tags): void {
    this.#basics.journal.note('SES', () => `takes ${nameOf(tags)} from ${worker.id}`);
    this.#ears.witness.accepts(tags);
    this.#ears.tell(tags);
  }

  #answerOf(tags: Tags): SendAnswer {
    const spell = this.#spell();
    if (spell) return inSpell(spell.kind);
    if (isBad(tags)) return { kind: 'refused', reason: 'address_rejected' };
    return { kind: this.#isTooFast() ? 'throttled' : 'accepted' };
  }

  #isTooFast(): boolean {
    const now = this.#basics.time.now();
    while ((this.#taken[0] ?? now) <= now - 1_000) this.#taken.shift();
    if (this.#taken.length >= this.rate * BURST + 1) return true;
    this.#taken.push(now);
    return false;
  }

  #spell(): Spell | undefined {
    const elapsed = this.#basics.time.now() - this.#basics.start;
    return this.#agenda.spells.find(({ from, until }) => from <= elapsed && elapsed < until);
  }
}

const nameOf = ({ probe, chunk, offset }: Tags): string => (probe === undefined ? `${chunk}/${offset}` : 'a probe');

/** One address in forty is none. */
const isBad = ({ probe, offset }: Tags): boolean => probe === undefined && Number(offset) % 40 === 39;

const inSpell = (kind: Spell['kind']): SendAnswer => {
  switch (kind) {
    case 'throttles':
      return { kind: 'throttled' };
    case 'fails':
      return unknown;
    case 'refuses connections':
      return unsent;
    case 'quota':
      return { kind: 'quota_reached' };
    case 'rejects':
      return { kind: 'refused', reason: 'sender_not_verified' };
    case 'sending_paused':
    case 'access_denied':
      return { kind: 'suspended', reason: kind, message: kind };
    default:
      return kind satisfies never;
  }
};
