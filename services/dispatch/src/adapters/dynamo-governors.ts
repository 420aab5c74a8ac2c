import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';

import type { Governors, Reserving } from '../application/ports.ts';
import { lengthOf, type Reservation, wholeMicros } from '../domain/governor.ts';
import type { GovernorChange, GovernorRecord } from '../domain/governor-record.ts';
import type { Pace } from '../domain/pace.ts';
import { happened } from './condition-failed.ts';
import { fromGovernorItem, numbersIn, toGovernorItem } from './governor-item.ts';
import { governorKey } from './keys.ts';

const Granted = z.object({ tat: z.number() });

/** Expects a client that asks once: a lost answer is reserved anew, with the clock of that moment. */
export class DynamoGovernors implements Governors {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #pace: Pace;

  constructor(db: DynamoDBDocumentClient, table: string, pace: Pace) {
    this.#db = db;
    this.#table = table;
    this.#pace = pace;
  }

  async read(): Promise<GovernorRecord | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: governorKey, ConsistentRead: true }),
    );
    return Item && fromGovernorItem(Item);
  }

  async create(record: GovernorRecord): Promise<void> {
    await happened(
      this.#db.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...governorKey, ...toGovernorItem(record) },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    );
  }

  async reserve(reservation: Reservation): Promise<Reserving> {
    try {
      const { Attributes } = await this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: governorKey,
          ...expressionsOf(reservation, this.#pace),
          ReturnValues: 'UPDATED_NEW',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return { kind: 'granted', tat: z.parse(Granted, Attributes).tat };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) return { kind: 'lost' };
      return error.Item ? { kind: 'refused', seen: fromGovernorItem(numbersIn(error.Item)) } : { kind: 'missing' };
    }
  }

  async change(change: GovernorChange): Promise<void> {
    const { refresh } = change;
    const values = {
      ':seen': change.seenRevision,
      ':rv': change.revision,
      ':every': change.everyMs,
      ':slowed': change.slowedAt,
      ':difference': change.left24Difference,
      ...(refresh && {
        ':granted': refresh.grantedEveryMs,
        ':rate': refresh.quota.maxSendRate,
        ':max24': refresh.quota.max24HourSend,
        ':sent24': refresh.quota.sentLast24Hours,
        ':at': refresh.refreshedAt,
        ':leftAt': refresh.leftAtRefresh,
        ':before': refresh.reservedBefore,
      }),
    };
    const refreshing =
      ', granted = :granted, rate = :rate, max24 = :max24, sent24 = :sent24, refreshedAt = :at, leftAt = :leftAt, reservedBefore = :before';
    await happened(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: governorKey,
          UpdateExpression: `SET rv = :rv, every = :every, slowedAt = :slowed, left24 = left24 + :difference${refresh ? refreshing : ''}`,
          ConditionExpression: 'rv = :seen',
          ExpressionAttributeValues: values,
        }),
      ),
    );
  }
}

/** The condition is `grants`, the update is `afterGrant`. */
const expressionsOf = (reservation: Reservation, { tauMs, horizonMs }: Pace) => {
  const { kind, now, count, revision } = reservation;
  const length = lengthOf(reservation);
  const shared = { ':n': count, ':rv': revision, ':low': now - tauMs };

  return kind === 'busy'
    ? {
        UpdateExpression: 'SET tat = tat + :length, left24 = left24 - :n',
        ConditionExpression: 'rv = :rv AND left24 >= :n AND tat BETWEEN :low AND :high',
        ExpressionAttributeValues: { ...shared, ':length': length, ':high': now + horizonMs },
      }
    : {
        UpdateExpression: 'SET tat = :tat, left24 = left24 - :n',
        ConditionExpression: 'rv = :rv AND left24 >= :n AND tat < :low',
        ExpressionAttributeValues: { ...shared, ':tat': wholeMicros(now + length) },
      };
};
