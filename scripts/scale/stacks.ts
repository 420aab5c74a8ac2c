import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';
import * as z from 'zod/mini';

/** The facts of the stacks that cost depends on, read from the files that are deployed. */
const root = join(import.meta.dirname, '../..');

const read = <Schema extends z.ZodMiniType>(path: string, schema: Schema): z.infer<Schema> =>
  // Tags of CloudFormation (!Sub, !GetAtt) are read as what they stand before.
  z.parse(schema, parse(readFileSync(join(root, path), 'utf8'), { logLevel: 'silent' }));

const files = (pattern: string): readonly string[] => globSync(pattern, { cwd: root }).toSorted();

const Sqs = z.object({ maximumConcurrency: z.optional(z.unknown()) });
const Event = z.object({ sqs: z.optional(Sqs), schedule: z.optional(z.unknown()) });
const Functions = z.record(
  z.string(),
  z.object({
    memorySize: z.optional(z.number()),
    timeout: z.optional(z.unknown()),
    events: z.optional(z.array(Event)),
  }),
);
const Provider = z.object({ memorySize: z.number(), timeout: z.number() });
const Resources = z.object({ Resources: z.record(z.string(), z.object({ Type: z.string() })) });
const Dispatch = z.object({
  custom: z.object({
    keptShare: z.string(),
    senders: z.object({ deployed: z.object({ timeout: z.number(), concurrency: z.number() }) }),
  }),
});
const Feedback = z.object({
  custom: z.object({
    foldings: z.object({
      deployed: z.object({
        batchSize: z.number(),
        window: z.number(),
        engagementBatchSize: z.number(),
        engagementWindow: z.number(),
      }),
    }),
  }),
});
const Machine = z.object({
  stateMachines: z.object({
    campaignRun: z.object({
      definition: z.object({
        States: z.record(z.string(), z.object({ Type: z.string(), Resource: z.optional(z.string()) })),
      }),
    }),
  }),
});

const provider = read('packages/serverless-config/provider.yml', Provider);
const functions = files('services/*/functions*.yml').flatMap((path) =>
  Object.entries(read(path, Functions)).map(([name, about]) => ({ service: path.split('/')[1] ?? '', name, ...about })),
);
const resourceTypes = files('services/*/{resources,stateful}/*.yml').flatMap((path) => {
  const found = z.safeParse(Resources, read(path, z.unknown()));
  return found.success ? Object.values(found.data.Resources).map(({ Type }) => Type) : [];
});
const countOf = (type: string): number => resourceTypes.filter((each) => each === type).length;

const functionOf = (service: string, name: string) => {
  const found = functions.find((each) => each.service === service && each.name === name);
  if (found === undefined) throw new Error(`${service} has no function ${name} any more: scripts/scale counts on it`);
  return found;
};

export const memoryMbOf = (service: string, name: string): number =>
  functionOf(service, name).memorySize ?? provider.memorySize;

export const timeoutSecondsOf = (service: string, name: string): number => {
  const { timeout = provider.timeout } = functionOf(service, name);
  return typeof timeout === 'number' ? timeout : dispatch.senders.deployed.timeout;
};

/** How many invocations of a function its queue feeds at once. */
export const concurrencyOf = (service: string, name: string): number => {
  const most = functionOf(service, name).events?.find(({ sqs }) => sqs)?.sqs?.maximumConcurrency;
  if (typeof most !== 'number') throw new Error(`${service}/${name} says nothing of maximumConcurrency`);
  return most;
};

const { custom: dispatch } = read('services/dispatch/serverless.yml', Dispatch);
const { custom: feedback } = read('services/feedback/serverless.yml', Feedback);
const machine = read('services/campaigns/state-machines/campaign-run.yml', Machine);

export const stacks = {
  eventSources: functions.flatMap(({ events = [] }) => events).filter(({ sqs }) => sqs).length,
  alarms: countOf('AWS::CloudWatch::Alarm'),
  tables: countOf('AWS::DynamoDB::Table'),
  senders: dispatch.senders.deployed,
  keptShare: Number(dispatch.keptShare),
  folding: feedback.foldings.deployed,
  states: machine.stateMachines.campaignRun.definition.States,
} as const;
