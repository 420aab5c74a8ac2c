import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

import type { Connection } from '@bulkhead/lambda-kit/aws';

import type { Mailer, Mailers } from '../../application/ports.ts';
import type { Mail } from '../../domain/mail.ts';
import { mostOpenRequests, type Pace } from '../../domain/pace.ts';
import type { SendAnswer } from '../../domain/send-answer.ts';
import { answerOfError } from '../ses-answers.ts';
import { post } from './exchange.ts';
import { messageIdIn, problemIn } from './read-answer.ts';
import { openSigner, type Signer } from './signed-requests.ts';
import { type Pieces, writeRequests } from './write-requests.ts';

interface Settings {
  readonly configurationSet: string;
  readonly pace: Pace;
  /** Ends the process at once: the last resort against a request that would outlive its invocation. */
  readonly die: () => void;
  /** Where SES is and who asks; the environment says so unless it is given. */
  readonly connection?: Connection;
}

/** No send ever waits for a socket of another. */
const SPARE_SOCKETS = 14;
const GRACE_MS = 1_000;

/** Requests of this process that have neither been answered nor destroyed. Must be 0 whenever an invocation begins or ends. */
let openRequests = 0;

/**
 * Sends by SES's `SendRawEmail` over plain HTTPS, without the SDK's client: its serialising is half of what a send costs
 * (docs/benchmarks.md).
 */
export class SesMailers implements Mailers {
  readonly #settings: Settings;
  readonly #write: (mail: Mail) => Pieces;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#write = writeRequests(settings.configurationSet);
  }

  async open(): Promise<Mailer> {
    if (openRequests > 0) this.#settings.die();
    return new SesMailer({
      ...this.#settings,
      write: this.#write,
      signer: await openSigner(this.#settings.connection ?? {}),
    });
  }
}

interface Opened extends Settings {
  readonly write: (mail: Mail) => Pieces;
  readonly signer: Signer;
}

/**
 * Sends over connections of its own: sockets that slept in a frozen environment would reset a whole batch.
 * Every mail is asked for once: SES has no idempotency token, a repeated request is a second mail.
 */
class SesMailer implements Mailer {
  readonly #opened: Opened;
  readonly #agent: HttpAgent;

  constructor(opened: Opened) {
    const options = { keepAlive: true, maxSockets: mostOpenRequests(opened.pace) + SPARE_SOCKETS };
    this.#opened = opened;
    this.#agent = opened.signer.url.protocol === 'https:' ? new HttpsAgent(options) : new HttpAgent(options);
  }

  async send(mail: Mail): Promise<SendAnswer> {
    const { pace, die } = this.#opened;
    const abort = new AbortController();
    const timeout = setTimeout(() => abort.abort(), pace.requestMs);
    const deadMan = setTimeout(die, pace.requestMs + GRACE_MS);

    openRequests += 1;
    try {
      return await this.#post(mail, abort.signal);
    } catch (error) {
      return answerOfError(error, mail);
    } finally {
      openRequests -= 1;
      clearTimeout(timeout);
      clearTimeout(deadMan);
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  async #post(mail: Mail, signal: AbortSignal): Promise<SendAnswer> {
    const { signer, write } = this.#opened;
    const body = write(mail);
    const headers = await signer.sign(body);
    const answer = await post({ url: signer.url, headers, body, agent: this.#agent, signal });

    if (answer.status !== 200) return answerOfError(problemIn(answer), mail);
    return messageIdIn(answer) === undefined ? { kind: 'unknown', reason: 'no_message_id' } : { kind: 'accepted' };
  }
}
