import { setTimeout as pause } from 'node:timers/promises';

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { RetryableError } from '@bulkhead/lambda-kit';

import type { ListCount } from '../application/list-counts/ports.ts';
import { countKey } from './keys.ts';
import { Slots } from './slots.ts';
import type { Table } from './table.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** A transaction takes a hundred items; one of them is the counter. */
export const WRITES_AT_ONCE = 99;

const ROUNDS = 14;
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 2_000;
/** Why DynamoDB takes back a transaction that may succeed when it is tried again. */
const PASSING = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/**
 * Writes that change what a list comes to, each under its own condition, and the list's counters: all in one transaction.
 * So the counters are right at every moment, whoever dies, and what comes twice is counted once.
 */
export class CountedWrites {
  readonly #table: Table;
  readonly #slots: Slots;
  readonly #wait: (ms: number) => Promise<void>;

  constructor(table: Table, slots = new Slots(), wait: (ms: number) => Promise<void> = pause) {
    this.#table = table;
    this.#slots = slots;
    this.#wait = wait;
  }

  /** Answers with the places of those writes whose condition did not hold; nothing is written if there are any. */
  async write(listId: string, change: ListCount, writes: readonly Write[]): Promise<ReadonlySet<number>> {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const slot = this.#slots.take();
      const reasons = await this.#write([...writes, this.#count(listId, slot, change)]);
      if (reasons.every((reason) => reason === 'None')) {
        this.#slots.giveBack(slot);
        return new Set();
      }
      const refused = reasons.flatMap((reason, n) => (reason === 'ConditionalCheckFailed' ? [n] : []));
      if (refused.length > 0) return new Set(refused);
      await this.#wait(pauseAfter(round));
    }
    throw new RetryableError({ code: 'table_busy', message: `Others wrote to a list ${ROUNDS} times in a row` });
  }

  #count(listId: string, slot: number, { members, unsubscribed }: ListCount): Write {
    return {
      Update: {
        TableName: this.#table.name,
        Key: countKey(listId, slot),
        UpdateExpression: 'ADD members :members, unsubscribed :unsubscribed, changes :one',
        ExpressionAttributeValues: { ':members': members, ':unsubscribed': unsubscribed, ':one': 1 },
      },
    };
  }

  /** Why the transaction was taken back, write by write; nothing if it was done. */
  async #write(writes: readonly Write[]): Promise<readonly string[]> {
    try {
      await this.#table.db.send(new TransactWriteCommand({ TransactItems: [...writes] }));
      return [];
    } catch (error) {
      const reasons = passingReasons(error);
      if (reasons === undefined) throw error;
      return reasons;
    }
  }
}

/** `undefined` for a failure that no other try will mend. */
const passingReasons = (error: unknown): readonly string[] | undefined => {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const reasons = error.CancellationReasons?.map(({ Code = 'None' }) => Code) ?? [];
  const isUnderstood = (reason: string) =>
    reason === 'None' || reason === 'ConditionalCheckFailed' || PASSING.has(reason);
  return reasons.length > 0 && reasons.every(isUnderstood) ? reasons : undefined;
};

const pauseAfter = (round: number): number => {
  const most = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** round);
  return most / 2 + (Math.random() * most) / 2;
};
