import { once } from 'node:events';
import type { Server } from 'node:http';

import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Submission } from './message/submission.ts';

interface Task {
  readonly due: number;
  readonly run: () => void;
}

/** A clock that stands still until it is told to go on. */
export const manualClock = (start = Date.parse('2026-11-21T10:00:00Z')): Clock & { advance: (ms: number) => void } => {
  const tasks = new Set<Task>();
  let now = start;

  const nextBefore = (end: number): Task | undefined =>
    [...tasks].filter(({ due }) => due <= end).toSorted((one, other) => one.due - other.due)[0];

  return {
    now: () => now,
    after: (delayMs, run) => {
      const task = { due: now + delayMs, run };
      tasks.add(task);
      return () => void tasks.delete(task);
    },
    advance: (ms) => {
      const end = now + ms;
      for (let task = nextBefore(end); task !== undefined; task = nextBefore(end)) {
        tasks.delete(task);
        now = task.due;
        task.run();
      }
      now = end;
    },
  };
};

/** A log that remembers its codes. */
export const recordingLog = (): Log & { readonly codes: readonly string[] } => {
  const codes: string[] = [];
  const record = (code: string): void => void codes.push(code);
  return { codes, info: record, warn: record, error: record };
};

/** A submission in which only what the test is about needs saying. */
export const submission = (lines: readonly string[] = [], changes: Partial<Submission> = {}): Submission => ({
  operation: 'SendRawEmail',
  raw: Buffer.from(['From: team@example.com', 'To: ann@example.com', ...lines, '', 'Hello'].join('\r\n')),
  source: undefined,
  destinations: [],
  configurationSet: undefined,
  tags: [],
  sourceIp: '127.0.0.1',
  callerIdentity: 'test',
  ...changes,
});

/** Makes a server listen on any free port, and answers its address. */
export const listening = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
};
