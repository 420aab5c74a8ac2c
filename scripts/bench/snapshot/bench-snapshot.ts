import { fileURLToPath } from 'node:url';

import * as z from 'zod/mini';
import { startDatabase } from '../../../packages/local-cloud/src/database/dynoxide.ts';

import { SHARDS } from '../../../services/audience/src/domain/shard.ts';
import { freePorts } from '../../lib/free-ports.ts';
import { bundleModules } from '../dispatch/bundle-modules.ts';
import { Child } from '../dispatch/child.ts';
import { describeMachine } from '../dispatch/figures.ts';
import { fillTable, TABLE } from './fill-table.ts';
import { recipientsAmong } from './people.ts';

interface Settings {
  readonly contacts: number;
  /** Whether a segment says who is taken. */
  readonly segment: boolean;
}

const HOST = '127.0.0.1';
const BUCKET = fileURLToPath(import.meta.resolve('./bucket-and-topic.ts'));
const TAKER = fileURLToPath(import.meta.resolve('./part-taker.ts'));
/** How Lambda starts Node in a function of 768 MB, the size of ours: 5 % of it for new objects, 90 % for old ones. */
const NODE_IN_LAMBDA = ['--max-semi-space-size=38', '--max-old-space-size=691'];
const CREDENTIALS = { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };

const Bucket = z.object({ port: z.number() });
const Stored = z.object({ objects: z.number(), bytes: z.number() });
const Measured = z.object({
  seconds: z.number(),
  cpuSeconds: z.number(),
  peakRssMb: z.number(),
  requests: z.number(),
  recipients: z.optional(z.number()),
  chunks: z.optional(z.number()),
});
type Measured = z.infer<typeof Measured>;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Fills a local table, and takes a snapshot of it shard by shard in one process that lives on, as a function does. */
export const benchSnapshot = async ({ contacts, segment }: Settings): Promise<void> => {
  const port = await freePorts(1);
  const database = await startDatabase({ host: HOST, port, log: say, onDeath: () => process.exit(1) });
  const endpoint = `http://${HOST}:${port}`;
  const bundles = await bundleModules([TAKER]);
  const bucket = await Child.start(BUCKET, {});

  try {
    say(describeMachine());
    await fillTable(endpoint, contacts, say);
    const env = envFor(endpoint, z.parse(Bucket, bucket.firstWord).port);
    const args = [env.BUCKET_NAME, ...(segment ? ['segment'] : [])];
    const taker = await Child.start(bundles.pathOf(TAKER), { args, env, nodeOptions: NODE_IN_LAMBDA });
    const parts: Measured[] = [];
    for (let shard = 0; shard < SHARDS; shard += 1) {
      const part = z.parse(Measured, await taker.child.ask([shard]));
      parts.push(part);
      say(lineOf(shard, part));
    }
    taker.child.stop();
    report(parts, { contacts, segment }, z.parse(Stored, await bucket.child.ask([])));
  } finally {
    bucket.child.stop();
    await bundles.remove();
    await database.stop();
  }
};

const envFor = (database: string, port: number) => ({
  ...CREDENTIALS,
  AWS_ENDPOINT_URL: `http://${HOST}:${port}`,
  AWS_ENDPOINT_URL_DYNAMODB: database,
  TABLE_NAME: TABLE,
  BUCKET_NAME: 'bench',
  TOPIC_ARN: 'arn:aws:sns:eu-west-1:000000000000:bench',
  SNAPSHOT_PARTS_DLQ_URL: `http://${HOST}:${port}/dlq`,
  API_URL: 'https://api.example.com',
  PUBLIC_URL: '',
});

const lineOf = (shard: number, { seconds, cpuSeconds, peakRssMb, requests }: Measured): string =>
  `shard ${String(shard).padStart(2)}  ${seconds.toFixed(1).padStart(6)} s  ${cpuSeconds.toFixed(1).padStart(6)} s of CPU  ${requests} requests  ${peakRssMb} MB`;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const report = (parts: readonly Measured[], { contacts, segment }: Settings, stored: z.infer<typeof Stored>): void => {
  const { recipients = 0, chunks = 0 } = parts.at(-1) ?? {};
  const expected = recipientsAmong(contacts, segment);
  if (recipients !== expected) {
    throw new Error(`The snapshot has ${recipients} recipients instead of ${expected}.`);
  }
  const cpu = sum(parts.map(({ cpuSeconds }) => cpuSeconds));
  say(
    `${recipients} recipients in ${chunks} chunks, ${Math.round(stored.bytes / 1e6)} MB in ${stored.objects} objects`,
  );
  say(`${Math.round(contacts / cpu)} contacts per CPU-second of the function`);
  say(
    JSON.stringify({
      contactsPerSecond: Math.round(contacts / sum(parts.map(({ seconds }) => seconds))),
      peakRssMb: Math.max(...parts.map(({ peakRssMb }) => peakRssMb)),
      requestsPer1000: Math.round((sum(parts.map(({ requests }) => requests)) / contacts) * 10_000) / 10,
    }),
  );
};
