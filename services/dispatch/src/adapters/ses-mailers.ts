import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

import { SESClient, type SESClientConfig, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { NodeHttpHandler } from '@smithy/node-http-handler';

import type { Mailer, Mailers } from '../application/ports.ts';
import type { Mail } from '../domain/mail.ts';
import type { Pace } from '../domain/pace.ts';
import type { SendAnswer } from '../domain/send-answer.ts';
import { answerOfError } from './ses-answers.ts';

interface Settings {
  readonly configurationSet: string;
  readonly pace: Pace;
  /** Ends the process at once: the last resort against a request that would outlive its invocation. */
  readonly die: () => void;
  /** Where SES is and who asks; the environment says so unless it is given. */
  readonly connection?: Pick<SESClientConfig, 'endpoint' | 'region' | 'credentials'>;
}

/** No send ever waits for a socket of another. */
const SPARE_SOCKETS = 14;
const LONGEST_CONNECT_MS = 3_000;
const GRACE_MS = 1_000;

/** Requests of this process that have neither been answered nor destroyed. Must be 0 whenever an invocation begins or ends. */
let openRequests = 0;

export class SesMailers implements Mailers {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  async open(): Promise<Mailer> {
    if (openRequests > 0) this.#settings.die();
    const mailer = new SesMailer(this.#settings);
    await mailer.prepare();
    return mailer;
  }
}

/**
 * Sends with a client of its own: sockets that slept in a frozen environment would reset a whole batch.
 * The client asks once (`maxAttempts: 1`): SES has no idempotency token, a repeated request is a second mail.
 */
class SesMailer implements Mailer {
  readonly #settings: Settings;
  readonly #ses: SESClient;

  constructor(settings: Settings) {
    const { requestMs, maxBatch } = settings.pace;
    const agent = { keepAlive: true, maxSockets: maxBatch + SPARE_SOCKETS };
    this.#settings = settings;
    this.#ses = new SESClient({
      ...settings.connection,
      maxAttempts: 1,
      requestHandler: new NodeHttpHandler({
        httpAgent: new HttpAgent(agent),
        httpsAgent: new HttpsAgent(agent),
        connectionTimeout: Math.min(LONGEST_CONNECT_MS, requestMs),
        requestTimeout: requestMs,
        // Without it, a time-out is only a warning.
        throwOnRequestTimeout: true,
      }),
    });
  }

  /** Nothing but the request itself may take time between a claim and the socket. */
  async prepare(): Promise<void> {
    await this.#ses.config.credentials();
    await this.#ses.config.region();
  }

  async send({ from, to, raw, tags }: Mail): Promise<SendAnswer> {
    const { configurationSet, pace, die } = this.#settings;
    const abort = new AbortController();
    const timeout = setTimeout(() => abort.abort(), pace.requestMs);
    const deadMan = setTimeout(die, pace.requestMs + GRACE_MS);
    const command = new SendRawEmailCommand({
      Source: from,
      Destinations: [to],
      RawMessage: { Data: raw },
      ConfigurationSetName: configurationSet,
      Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
    });

    openRequests += 1;
    try {
      const { MessageId } = await this.#ses.send(command, { abortSignal: abort.signal });
      return MessageId ? { kind: 'accepted' } : { kind: 'unknown', reason: 'no_message_id' };
    } catch (error) {
      return answerOfError(error, { from, to });
    } finally {
      openRequests -= 1;
      clearTimeout(timeout);
      clearTimeout(deadMan);
    }
  }

  close(): void {
    this.#ses.destroy();
  }
}
