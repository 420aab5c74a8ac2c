/** What mails of a newsletter come to: events of SES per mail. Assumed; every list is different. */
export const audienceOfMail = {
  delivered: 0.98,
  bouncedForGood: 0.006,
  bouncedForNow: 0.006,
  complained: 0.000_3,
  delayed: 0.005,
  /** Machines that fetch images for people are counted by SES too. */
  opens: 0.55,
  openers: 0.35,
  clicks: 0.05,
  clickers: 0.03,
  /** Of opens and of clicks: those of machines. */
  byMachines: 0.3,
  /** Different links of a mail that are followed. */
  links: 6,
  unsubscribed: 0.002,
} as const;

/** When opens and clicks come: half in the first hours, the rest over days. Assumed. */
export const engagementPhases = [
  { share: 0.5, hours: 4 },
  { share: 0.35, hours: 20 },
  { share: 0.15, hours: 72 },
] as const;

/** Round trips from a function, in milliseconds. Assumed: nobody has measured them on AWS yet. */
export const latencyMs = {
  sesAnswer: 100,
  tableRead: 5,
  tableWrite: 6,
  batchRead: 12,
  message: 10,
  object: 50,
  /** From the last chunk of a wave to the first message of the next: two topics, three queues, four functions. */
  nextWave: 3_000,
} as const;

/** Processor time of one whole core, in milliseconds. */
export const cpuMs = {
  /** Measured: `pnpm bench dispatch` on a laptop-class x86 core came to 4,000 sends a second (0.25 ms); a margin for arm64. */
  send: 0.35,
  /** Measured: `pnpm bench feedback`, everything that a function does for an event but calling DynamoDB. */
  foldEvent: 0.015,
  /** A call of DynamoDB through the SDK. Assumed. */
  tableCall: 0.35,
  /** Measured: `pnpm bench snapshot`, everything that a function does for a thousand contacts, calls of DynamoDB included. */
  snapshotThousand: 50,
  /** Unzipping and checking a chunk, compiling the template. Assumed. */
  openChunk: 12,
} as const;

/** A function with this much memory has one whole core; one with less a part of it. */
export const MB_OF_A_CORE = 1_769;

/** A function that reads or writes a few items. Assumed. */
export const smallFunctionMs = 60;

/** The ways of Lambda's poller. Assumed, after what people report of their bills. */
export const poller = {
  /** Of a busy queue; ten is the most. */
  messagesPerReceive: 5,
  messagesPerDelete: 10,
  /** An idle event source asks with so many long polls at a time. */
  idlePolls: 5,
  idlePollSeconds: 20,
} as const;

/** What an event source wraps around a message, and how much longer its JSON gets inside JSON. */
export const recordOverhead = { bytes: 1_100, escaping: 1.08 } as const;

/** Log lines that Lambda and an EMF line of ours make of an invocation, in bytes. Assumed. */
export const logBytesPerInvocation = 1_200;

/** Names of metrics times services that a run touches; a metric is paid for by the hour. */
export const customMetrics = 25;

export const hoursOfMonth = 730;

/** Doubt after crashes: one settling wave with so many chunks per million recipients. Assumed. */
export const doubtfulChunksPerMillion = 0.5;

/** An average contact as it is stored: address, ten fields, lists; and its line in a snapshot, gzipped. Assumed. */
export const bytesOf = { contact: 450, member: 71, snapshotRow: 130, indexOverhead: 100 } as const;

/** Share of a list that has left it or is suppressed: a snapshot reads them too. */
export const leftShare = 0.05;
