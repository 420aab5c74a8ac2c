import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

import type { bundleModules } from '../dispatch/bundle-modules.ts';
import { Child } from '../dispatch/child.ts';
import { watchProcessors } from './processors.ts';
import type { Stage } from './stage.ts';

export const SENDER = fileURLToPath(import.meta.resolve('./sender.ts'));
export const RELEASE = fileURLToPath(import.meta.resolve('./release.ts'));
export const SINK = fileURLToPath(import.meta.resolve('./sink.ts'));

export interface Plan {
  readonly rate: number;
  readonly senders: number;
  /** How long SES takes to answer. */
  readonly answerMs: number;
  /** What is measured begins so long after the first mail. */
  readonly warmUpMs: number;
  readonly measuredMs: number;
}

export interface Measured {
  readonly usedShare: number;
  readonly throttledShare: number;
  readonly busiestSecond: number;
  /** Slots that were reserved and passed by unused, of the mails sent. */
  readonly wastedShare: number;
  /** How much of all processors was in use meanwhile, by whomever. */
  readonly processorsBusy: number;
}

type Bundles = Awaited<ReturnType<typeof bundleModules>>;

const Sink = z.object({ port: z.number() });
const Warming = z.object({ isWarming: z.boolean() });
const Figures = z.object({ usedShare: z.number(), throttledShare: z.number(), busiestSecond: z.number() });

const CHUNK = 1_000;
/** There is more to send than time to send it: what a wave does at its end is not measured here. */
const SPARE_MS = 8_000;
const LOOK_EVERY_MS = 50;
const FIRST_MAIL_WITHIN_MS = 30_000;
/** How Lambda starts Node in a function of 512 MB. */
const NODE_IN_LAMBDA = ['--max-semi-space-size=25', '--max-old-space-size=461'];

/** Releases a wave to so many senders and measures what reaches SES. */
export const measureRun = async (stage: Stage, bundles: Bundles, plan: Plan): Promise<Measured> => {
  const { rate, senders, answerMs, warmUpMs, measuredMs } = plan;
  const chunks = senders + Math.ceil((rate * (warmUpMs + measuredMs + SPARE_MS)) / 1_000 / CHUNK);
  const output = new Output();
  const children: Child[] = [];
  const start = async (module: string, options: Parameters<typeof Child.start>[1]) => {
    const started = await Child.start(bundles.pathOf(module), { nodeOptions: NODE_IN_LAMBDA, ...options });
    children.push(started.child);
    return started;
  };

  try {
    const sink = await start(SINK, { args: [chunks, rate, answerMs].map(String) });
    const endpoint = `http://127.0.0.1:${z.parse(Sink, sink.firstWord).port}`;
    const name = `${rate}-${senders}-${Date.now()}`;
    const env = { ...(await stage.prepare(name)), AWS_ENDPOINT_URL_S3: endpoint, AWS_ENDPOINT_URL_SES: endpoint };
    const hear = (text: string): void => output.hear(text);
    const release = await start(RELEASE, { env, hear });
    const args = [env.CHUNKS_QUEUE_URL];
    const all = await Promise.all(Array.from({ length: senders }, () => start(SENDER, { env, args, hear })));
    for (const { child } of all) await child.ask([]);
    await release.child.ask(Array.from({ length: chunks }, (_, chunk) => chunk));
    await firstMail(sink.child);

    await pause(warmUpMs);
    output.forget();
    const processors = watchProcessors();
    await pause(measuredMs);
    const figures = z.parse(Figures, await sink.child.ask([warmUpMs, measuredMs]));
    return { ...figures, wastedShare: output.wastedShare, processorsBusy: processors.busy() };
  } finally {
    for (const child of children) child.stop();
  }
};

const firstMail = async (sink: Child): Promise<void> => {
  const until = Date.now() + FIRST_MAIL_WITHIN_MS;
  while (!z.parse(Warming, await sink.ask([])).isWarming) {
    if (Date.now() > until) throw new Error('No mail has come');
    await pause(LOOK_EVERY_MS);
  }
};

/** Adds up the metrics that senders write at the end of each invocation. */
class Output {
  #accepted = 0;
  #wasted = 0;

  hear(text: string): void {
    this.#accepted += sumOf(text, /"Accepted":(\d+)/g);
    this.#wasted += sumOf(text, /"SlotsWasted":(\d+)/g);
  }

  forget(): void {
    [this.#accepted, this.#wasted] = [0, 0];
  }

  get wastedShare(): number {
    return this.#accepted === 0 ? 0 : this.#wasted / this.#accepted;
  }
}

const sumOf = (text: string, pattern: RegExp): number =>
  [...text.matchAll(pattern)].reduce((sum, [, count]) => sum + Number(count), 0);
