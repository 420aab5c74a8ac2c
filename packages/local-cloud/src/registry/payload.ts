import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));
const resource = z.object({
  id: text,
  type: text,
  ref: text,
  att: z.record(z.string(), z.string()),
  properties: z.record(z.string(), z.unknown()),
});

const queueSource = z.looseObject({
  arn: text,
  batchSize: z.optional(z.int().check(z.minimum(1), z.maximum(10_000))),
  maximumBatchingWindow: z.optional(z.int().check(z.minimum(0), z.maximum(300))),
  maximumConcurrency: z.optional(z.int().check(z.minimum(1))),
  functionResponseType: z.optional(z.literal('ReportBatchItemFailures')),
  enabled: z.optional(z.boolean()),
});

const localFunction = z.object({
  key: text,
  timeout: z.number().check(z.positive()),
  reservedConcurrency: z.optional(z.int().check(z.minimum(0))),
  events: z.array(z.looseObject({ sqs: z.optional(z.union([text, queueSource])) })),
  routes: z.array(
    z.object({
      routeKey: text,
      authorizer: z.optional(
        z.union([text, z.looseObject({ name: text, type: z.optional(z.string()), scopes: z.optional(z.array(text)) })]),
      ),
    }),
  ),
});

const authorizer = z.looseObject({
  type: z.optional(z.literal('jwt')),
  identitySource: z.union([text, z.array(text)]),
  audience: z.union([text, z.array(text)]),
});

export const attachPayload = z.object({ service: text, pid: z.int(), region: text });

export const readyPayload = z.object({ service: text });

export const stacksPayload = z.object({
  service: text,
  region: text,
  stacks: z.array(z.object({ stack: text, resources: z.array(resource), ignored: z.array(z.string()) })),
  functions: z.record(z.string(), localFunction),
  stateMachines: z.array(
    z.object({ name: text, type: z.optional(z.string()), role: z.optional(z.unknown()), definition: z.unknown() }),
  ),
  authorizers: z._default(z.record(z.string(), authorizer), {}),
});

export type AttachPayload = z.infer<typeof attachPayload>;
export type StacksPayload = z.infer<typeof stacksPayload>;
export type ReadyPayload = z.infer<typeof readyPayload>;
export type DeclaredFunction = z.infer<typeof localFunction>;
export type DeclaredAuthorizer = z.infer<typeof authorizer>;
export type DeclaredQueueSource = z.infer<typeof queueSource>;
export type Resource = z.infer<typeof resource>;
export type StackPayload = StacksPayload['stacks'][number];
