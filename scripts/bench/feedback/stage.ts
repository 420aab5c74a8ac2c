import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

import { startDatabase } from '../../../packages/local-cloud/src/database/dynoxide.ts';
import { freePorts } from '../../lib/free-ports.ts';
import { bundleModules } from '../dispatch/bundle-modules.ts';
import { Child } from '../dispatch/child.ts';
import { QuickTable } from '../snapshot/quick-table.ts';
import type { Question } from './answer-batches.ts';
import { MeteredTable } from './metered-table.ts';

const HOST = '127.0.0.1';
const TABLE = 'bulkhead-bench-feedback';
/** How Lambda starts Node in a function of 512 MB, the size of ours: 5 % of it for new objects, 90 % for old ones. */
const NODE_IN_LAMBDA = ['--max-semi-space-size=25', '--max-old-space-size=461'];

const modules = {
  inMemory: fileURLToPath(import.meta.resolve('./folder-in-memory.ts')),
  ours: fileURLToPath(import.meta.resolve('./folder.ts')),
  rows: fileURLToPath(import.meta.resolve('./row-per-event.ts')),
} as const;
export type Folder = keyof typeof modules;

const Answer = z.object({ events: z.number(), cpuSeconds: z.number(), peakRssMb: z.number() });

/** What handling events cost the process that did it, and the table. */
export type Cost = Readonly<z.infer<typeof Answer>> & { readonly writeUnits: number; readonly requests: number };

export interface Stage {
  ask(folder: Folder, question: Question): Promise<Cost>;
  stop(): Promise<void>;
}

/** Starts a table and the processes that write it. Each handles one question at a time. */
export const startStage = async (say: (line: string) => void): Promise<Stage> => {
  const port = await freePorts(1);
  const database = await startDatabase({ host: HOST, port, log: say, onDeath: () => process.exit(1) });
  const table = new MeteredTable(port);
  const endpoint = `http://${HOST}:${await table.listen()}`;
  await createTable(`http://${HOST}:${port}`);
  const bundles = await bundleModules(Object.values(modules));
  const start = async (folder: Folder) => {
    const options = { args: [TABLE], env: envFor(endpoint), nodeOptions: NODE_IN_LAMBDA, hear: () => undefined };
    return (await Child.start(bundles.pathOf(modules[folder]), options)).child;
  };
  const folders = { inMemory: await start('inMemory'), ours: await start('ours'), rows: await start('rows') };

  return {
    ask: async (folder, question) => {
      const { writeUnits, requests } = table;
      const answer = z.parse(Answer, await folders[folder].ask(question));
      return { ...answer, writeUnits: table.writeUnits - writeUnits, requests: table.requests - requests };
    },
    stop: async () => {
      for (const child of Object.values(folders)) child.stop();
      table.close();
      await bundles.remove();
      await database.stop();
    },
  };
};

const createTable = async (endpoint: string): Promise<void> => {
  const table = new QuickTable(endpoint, TABLE);
  await table.create();
  table.close();
};

const envFor = (endpoint: string) => ({
  SIMULATED_MAIL: 'apart',
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_ENDPOINT_URL: endpoint,
  SERVICE: 'feedback',
  STAGE: 'bench',
  TABLE_NAME: TABLE,
  TOPIC_ARN: 'arn:aws:sns:eu-west-1:000000000000:bench',
  SES_EVENTS_DLQ_URL: `${endpoint}/dlq`,
  ENGAGEMENT_DLQ_URL: `${endpoint}/dlq`,
  STRANGERS_QUEUE_URL: `${endpoint}/strangers`,
  DRAIN_SECONDS: '60',
  FIGURES_SECONDS: '60',
  HIDDEN_SECONDS: '190',
  INSTANT_SECONDS: '5',
});
