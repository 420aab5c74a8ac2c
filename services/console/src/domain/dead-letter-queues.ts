/** A queue of messages that could not be handled. */
export interface DeadLetterQueue {
  /** `feedback-runs` for the queue `bulkhead-<stage>-feedback-runs-dlq`. */
  readonly name: string;
  /** Whose messages they are. */
  readonly service: string;
  /** Whether they came from a queue that can take them back; what a schedule could not start came from none. */
  readonly takesBack: boolean;
  /** Whether its messages say who did what, and are the only record of it until they are written down: nobody may discard them. */
  readonly isRecord: boolean;
}

const namesOf = {
  campaigns: ['commands', 'run-facts', 'run-requests', 'schedules'],
  audience: [
    'consents',
    'contact-exports',
    'contact-writes',
    'engagement',
    'outcomes',
    'snapshot-parts',
    'snapshots',
    'subscriptions',
    'uploads',
  ],
  dispatch: [
    'chunks',
    'confirmations',
    'contact-exports',
    'quota-looks',
    'receipts',
    'run-controls',
    'suppressions',
    'test-sends',
    'waves',
  ],
  feedback: ['contact-exports', 'engagement', 'receipt-requests', 'run-exports', 'runs', 'ses-events'],
  console: ['audit'],
} as const;

const fromSchedules = ['campaigns-schedules'];
const records = ['console-audit'];

/** All of them. A test holds the list against the templates of all stacks. */
export const deadLetterQueues: readonly DeadLetterQueue[] = Object.entries(namesOf).flatMap(([service, names]) =>
  names.map((own) => {
    const name = `${service}-${own}`;
    return { name, service, takesBack: !fromSchedules.includes(name), isRecord: records.includes(name) };
  }),
);

export const findDeadLetterQueue = (name: string): DeadLetterQueue | undefined =>
  deadLetterQueues.find((queue) => queue.name === name);
