import { createHmac } from 'node:crypto';

import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';

import type { Limits } from '../../application/forms/ports.ts';
import type { Clock } from '../../application/ports.ts';
import { networkOf } from '../../domain/forms/network.ts';
import { limitKey, limitsSecretKey } from '../keys.ts';
import { findSecret, makeSecret } from '../stored-secret.ts';
import type { Table } from '../table.ts';

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;

/** An office or a school shares one address; a program that tries more has to wait. */
const FROM_A_SOURCE_AN_HOUR = 30;
/** What a popular website needs; it bounds what an attack from many addresses can cost, and send. */
const THROUGH_A_FORM_AN_HOUR = 1_000;
/** Nobody is to be flooded with questions, through however many forms. */
const TO_A_MAILBOX_A_DAY = 3;

interface Counted {
  readonly whom: string;
  readonly spanSeconds: number;
  readonly most: number;
}

/** Counters that go away by themselves. Whom they count is kept as a hash whose key is ours and which is another one every day. */
export class DynamoLimits implements Limits {
  readonly #table: Table;
  readonly #clock: Clock;
  #secret: Buffer | undefined;

  constructor(table: Table, clock: Clock) {
    this.#table = table;
    this.#clock = clock;
  }

  async ofSource(source: string): Promise<number> {
    const whom = await this.#hidden('source', networkOf(source));
    return this.#count({ whom, spanSeconds: HOUR_SECONDS, most: FROM_A_SOURCE_AN_HOUR });
  }

  ofForm(formId: string): Promise<number> {
    return this.#count({ whom: `form#${formId}`, spanSeconds: HOUR_SECONDS, most: THROUGH_A_FORM_AN_HOUR });
  }

  async ofMailbox(mailbox: string, confirmationId: string): Promise<boolean> {
    const whom = await this.#hidden('mailbox', mailbox);
    return this.#updated({
      ...this.#itemOf(whom, DAY_SECONDS),
      UpdateExpression: 'ADD ids :ids SET #ttl = :ttl',
      ConditionExpression: 'attribute_not_exists(ids) OR contains(ids, :id) OR size(ids) < :most',
      values: { ':ids': new Set([confirmationId]), ':id': confirmationId, ':most': TO_A_MAILBOX_A_DAY },
    });
  }

  async #count({ whom, spanSeconds, most }: Counted): Promise<number> {
    const isWithin = await this.#updated({
      ...this.#itemOf(whom, spanSeconds),
      UpdateExpression: 'ADD #count :one SET #ttl = :ttl',
      ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
      names: { '#count': 'count' },
      values: { ':one': 1, ':most': most },
    });
    return isWithin ? 0 : spanSeconds - (this.#seconds() % spanSeconds);
  }

  /** A span is a whole hour, or day, of the clock. */
  #itemOf(whom: string, spanSeconds: number) {
    const start = this.#seconds() - (this.#seconds() % spanSeconds);
    const Key = { ...limitKey(whom, new Date(start * 1_000).toISOString()) };
    return { Key, ttl: start + 2 * spanSeconds };
  }

  async #updated({ Key, ttl, UpdateExpression, ConditionExpression, names = {}, values }: Update): Promise<boolean> {
    const update = new UpdateCommand({
      TableName: this.#table.name,
      Key,
      UpdateExpression,
      ConditionExpression,
      ExpressionAttributeNames: { ...names, '#ttl': 'ttl' },
      ExpressionAttributeValues: { ...values, ':ttl': ttl },
    });
    return conditionHeld(this.#table.db.send(update));
  }

  async #hidden(kind: string, whom: string): Promise<string> {
    this.#secret ??=
      (await findSecret(this.#table, limitsSecretKey)) ?? (await makeSecret(this.#table, limitsSecretKey));
    const day = this.#clock.now().toISOString().slice(0, 10);
    return `${kind}#${createHmac('sha256', this.#secret).update(`${kind}\n${day}\n${whom}`).digest('base64url')}`;
  }

  #seconds(): number {
    return Math.floor(this.#clock.now().getTime() / 1_000);
  }
}

interface Update {
  readonly Key: Readonly<Record<string, string>>;
  readonly ttl: number;
  readonly UpdateExpression: string;
  readonly ConditionExpression: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}
