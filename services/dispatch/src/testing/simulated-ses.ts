import type { Mailers } from '../application/ports.ts';
import type { SendAnswer } from '../domain/send-answer.ts';
import { type Actor, LostAnswer } from './actor.ts';

/** What SES answers to a mail that reaches it. */
export type SesRule = (mail: { readonly offset: string; readonly chunk: string; readonly at: number }) => SendAnswer;

/** Hears of every mail that SES takes. */
type Tell = (tags: Readonly<Record<string, string>>) => void;

/** SES as a sender sees it: remembers when it took which recipient. */
export class SimulatedSes {
  readonly accepted = new Map<string, number[]>();
  readonly arrivals: number[] = [];
  /** When probes arrived: mails of no run. */
  readonly probes: number[] = [];
  readonly #rule: SesRule;
  readonly #now: () => number;
  readonly #tell: Tell;

  constructor(now: () => number, tell: Tell, rule: SesRule = () => ({ kind: 'accepted' })) {
    this.#now = now;
    this.#tell = tell;
    this.#rule = rule;
  }

  mailersFor(actor: Actor): Mailers {
    return {
      open: async () => ({
        send: async ({ tags }) => {
          try {
            return await actor.call('ses.send', () => this.#take(tags));
          } catch (error) {
            if (error instanceof LostAnswer) return { kind: 'unknown', reason: 'no_answer' };
            throw error;
          }
        },
        close: () => {},
      }),
    };
  }

  /** Recipients that were taken more than once. */
  get takenTwice(): readonly string[] {
    return [...this.accepted].flatMap(([recipient, instants]) => (instants.length > 1 ? [recipient] : []));
  }

  #take(tags: Readonly<Record<string, string>>): SendAnswer {
    const { run, chunk = '', offset = '' } = tags;
    const at = this.#now();
    (run === undefined ? this.probes : this.arrivals).push(at);
    const answer = this.#rule({ chunk, offset, at });
    if (answer.kind === 'accepted') this.#tell(tags);
    if (answer.kind === 'accepted' && run !== undefined) {
      const key = `${run}/${chunk}/${offset}`;
      this.accepted.set(key, [...(this.accepted.get(key) ?? []), at]);
    }
    return answer;
  }
}
