import { setTimeout as pause } from 'node:timers/promises';

import { SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { CampaignRunWaveReleasedV1, DispatchWaveProgressedV1, message } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import type { Cloud } from './cloud.ts';

const QUEUE = 'chaos-wiretap';
const PAUSE_AFTER_ERROR_MS = 500;
const TAPPED = ['campaigns', 'dispatch'] as const;
const Heard = z.discriminatedUnion('type', [CampaignRunWaveReleasedV1, DispatchWaveProgressedV1]);

/**
 * Hears which waves are released and how far their chunks have come, with a queue of its own as any other service would; and
 * delivers it all again.
 */
export class Wiretap {
  readonly #cloud: Cloud;
  readonly #waves: CampaignRunWaveReleasedV1[] = [];
  /** The latest generation of messages, by run, wave and chunk. */
  readonly #ticks = new Map<string, number>();
  #listening: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  async start(): Promise<void> {
    const { sqs, sns } = this.#cloud;
    await sqs.send(new CreateQueueCommand({ QueueName: QUEUE }));
    for (const service of TAPPED) {
      const TopicArn = this.#cloud.topicArn(`bulkhead-local-${service}-events`);
      const Endpoint = this.#cloud.queueArn(QUEUE);
      const Attributes = { RawMessageDelivery: 'true' };
      await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint, Attributes }));
    }
    this.#listening = this.#listen();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#listening;
  }

  /** Delivers a released wave again; answers what it was, or nothing if there is none yet. */
  async repeatWave(runId: string, pick: number): Promise<string | undefined> {
    const wave = pickFrom(this.#wavesOf(runId), pick);
    if (wave === undefined) return undefined;

    await this.#send('bulkhead-local-dispatch-waves', wave);
    return `wave ${wave.data.wave}`;
  }

  /** Delivers so many copies of a message for a chunk of the last wave, of any generation that there has been. */
  async repeatChunk(runId: string, pick: number, copies: number): Promise<string | undefined> {
    const wave = this.#wavesOf(runId).at(-1);
    const chunk = pickFrom(wave?.data.chunks ?? [], pick);
    if (wave === undefined || chunk === undefined) return undefined;

    const latest = this.#ticks.get(keyOf({ ...wave.data, chunk })) ?? 0;
    const tick = Math.floor(((pick * 1_000) % 1) * (latest + 1));
    const again = sendChunk(wave, chunk, tick);
    await Promise.all(Array.from({ length: copies }, () => this.#send('bulkhead-local-dispatch-chunks', again)));
    return `chunk ${chunk} of wave ${wave.data.wave}, generation ${tick} of ${latest}`;
  }

  #wavesOf(runId: string): readonly CampaignRunWaveReleasedV1[] {
    return this.#waves.filter(({ data }) => data.runId === runId);
  }

  async #send(queue: string, body: unknown): Promise<void> {
    const QueueUrl = this.#cloud.queueUrl(queue);
    await this.#cloud.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(body) }));
  }

  async #listen(): Promise<void> {
    while (!this.#isStopped) {
      // Local-cloud is never killed on purpose: if it is gone, the run has bigger trouble, and tells of it.
      await this.#receive().catch(() => pause(PAUSE_AFTER_ERROR_MS));
    }
  }

  async #receive(): Promise<void> {
    const { sqs, queueUrl } = this.#cloud;
    const QueueUrl = queueUrl(QUEUE);
    const receive = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 });
    const { Messages = [] } = await sqs.send(receive);
    for (const { Body = '' } of Messages) this.#hear(Body);
    const Entries = Messages.map(({ ReceiptHandle }, n) => ({ Id: String(n), ReceiptHandle }));
    if (Entries.length > 0) await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  }

  #hear(body: string): void {
    const { data: heard } = z.safeParse(Heard, JSON.parse(body));
    if (heard?.type === 'campaign_run.wave_released.v1') this.#waves.push(heard);
    // A chunk that was handed back has a message of the next generation; one that is closed has none, and needs none.
    if (heard?.type === 'dispatch.wave_progressed.v1') this.#ticks.set(keyOf(heard.data), heard.data.tick + 1);
  }
}

const keyOf = ({ runId, wave, chunk }: { readonly runId: string; readonly wave: number; readonly chunk: number }) =>
  `${runId} ${wave} ${chunk}`;

const pickFrom = <Item>(items: readonly Item[], pick: number): Item | undefined =>
  items[Math.floor(pick * items.length)];

/** The message as the release of the wave, or a hand-back, has sent it before. */
const sendChunk = ({ correlationid, id, data }: CampaignRunWaveReleasedV1, chunk: number, tick: number) => {
  const { runId, wave, final, manifest } = data;

  return message({
    id: `${runId}:wave:${wave}:chunk:${chunk}:tick:${tick}`,
    type: 'send_chunk.v1',
    source: 'dispatch',
    subject: runId,
    time: new Date(),
    cause: { correlationId: correlationid, causationId: id },
    data: { runId, chunk, wave, tick, final, manifest },
  });
};
