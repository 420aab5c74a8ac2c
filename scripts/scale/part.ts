import { cpuMs, logBytesPerInvocation, MB_OF_A_CORE, poller } from './assumptions.ts';
import { memoryMbOf } from './stacks.ts';
import { addUsage, total, type Usage } from './usage.ts';

/** How often a function runs in a campaign, and how long altogether. */
interface FunctionWork {
  readonly name: string;
  readonly invocations: number;
  readonly seconds: number;
}

interface QueueWork {
  readonly queue: string;
  readonly messages: number;
  /** Of everybody who sends to it, receives from it and deletes from it. */
  readonly requests: number;
}

/** What one service does in a campaign. */
export interface Part {
  readonly service: string;
  readonly functions: readonly FunctionWork[];
  readonly queues: readonly QueueWork[];
  /** Everything but queues and functions. */
  readonly other: Usage;
}

/** A queue that is fed by a topic, free of charge, and emptied message by message. */
export const quietQueue = (queue: string, messages: number, sendRequests = 0): QueueWork => ({
  queue,
  messages,
  requests: sendRequests + messages * 2,
});

/** A queue that is fed by a topic and emptied in large batches. */
export const busyQueue = (queue: string, messages: number): QueueWork => ({
  queue,
  messages,
  requests: messages / poller.messagesPerReceive + messages / poller.messagesPerDelete,
});

const gbSecondsOf = (service: string, { name, seconds }: FunctionWork): number =>
  (seconds * memoryMbOf(service, name)) / 1_024;

/** Processor time of a whole core, in the milliseconds that a function with its part of a core takes for it. */
export const onFunction = (service: string, name: string, ms: number): number =>
  ms / Math.min(1, memoryMbOf(service, name) / MB_OF_A_CORE);

/** A call of DynamoDB costs the function this much of its core. */
export const tableCallsMs = (service: string, name: string, calls: number): number =>
  onFunction(service, name, calls * cpuMs.tableCall);

export const usageOf = ({ service, functions, queues, other }: Part): Usage => {
  const invocations = total(functions.map((work) => work.invocations));
  return addUsage([
    other,
    {
      invocations,
      gbSeconds: total(functions.map((work) => gbSecondsOf(service, work))),
      queueRequests: total(queues.map(({ requests }) => requests)),
      logGb: (invocations * logBytesPerInvocation) / 1e9,
    },
  ]);
};
