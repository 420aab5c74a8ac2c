import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { conditionHeld } from '@bulkhead/lambda-kit/dynamo';

import type { Governors, Reserving } from '../application/ports.ts';
import { lengthOf, type Reservation, wholeMicros } from '../domain/governor.ts';
import type { GovernorChange, GovernorRecord } from '../domain/governor-record.ts';
import type { Pace } from '../domain/pace.ts';
import { fromGovernorItem, numbersIn, shareAttribute, toGovernorItem } from './governor-item.ts';
import { governorKey } from './keys.ts';

/** Where senders reserve, `db` has to ask once: a lost answer is reserved anew, with the clock of that moment. Reading may ask again. */
export class DynamoGovernors implements Governors {
  readonly #db: DynamoDBDocumentClient;
  readonly #reading: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #pace: Pace;

  constructor(db: DynamoDBDocumentClient, table: string, pace: Pace, reading = db) {
    this.#db = db;
    this.#reading = reading;
    this.#table = table;
    this.#pace = pace;
  }

  async read(): Promise<GovernorRecord | undefined> {
    const { Item } = await this.#reading.send(
      new GetCommand({ TableName: this.#table, Key: governorKey, ConsistentRead: true }),
    );
    return Item && fromGovernorItem(Item);
  }

  async create(record: GovernorRecord): Promise<void> {
    await conditionHeld(
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
          ReturnValues: 'ALL_NEW',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      const seen = fromGovernorItem(Attributes);
      return { kind: 'granted', tat: seen.tat, seen };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) return { kind: 'lost' };
      return error.Item ? { kind: 'refused', seen: fromGovernorItem(numbersIn(error.Item)) } : { kind: 'missing' };
    }
  }

  async change(change: GovernorChange): Promise<void> {
    const { refresh, forgotten = [] } = change;
    const names = forgotten.map((runId, n): readonly [string, string] => [`#run${n}`, shareAttribute(runId)]);
    const forgetting = names.length > 0 ? ` REMOVE ${names.map(([name]) => name).join(', ')}` : '';
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
        ':seenAt': refresh.seenRefreshedAt,
      }),
    };
    const pacing = change.revision === change.seenRevision ? '' : ', pacedFrom = tat';
    const refreshing =
      ', granted = :granted, rate = :rate, max24 = :max24, sent24 = :sent24, refreshedAt = :at, leftAt = :leftAt, reservedBefore = :before';
    await conditionHeld(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: governorKey,
          UpdateExpression: `SET rv = :rv, every = :every, slowedAt = :slowed, left24 = left24 + :difference${pacing}${refresh ? refreshing : ''}${forgetting}`,
          ...(names.length > 0 && { ExpressionAttributeNames: Object.fromEntries(names) }),
          ConditionExpression: refresh ? 'rv = :seen AND refreshedAt = :seenAt' : 'rv = :seen',
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
  const { set, values, names } = noteOfShare(reservation);
  const shared = { ':n': count, ':rv': revision, ':low': now - tauMs, ...values };

  return kind === 'busy'
    ? {
        UpdateExpression: `SET tat = tat + :length, left24 = left24 - :n${set}`,
        ConditionExpression: 'rv = :rv AND left24 >= :n AND tat BETWEEN :low AND :high',
        ExpressionAttributeValues: { ...shared, ':length': length, ':high': now + horizonMs },
        ...names,
      }
    : {
        UpdateExpression: `SET tat = :tat, left24 = left24 - :n${set}`,
        ConditionExpression: 'rv = :rv AND left24 >= :n AND tat < :low',
        ExpressionAttributeValues: { ...shared, ':tat': wholeMicros(now + length) },
        ...names,
      };
};

/** The update is `sharesAfter`. Two senders that begin a position at once lose one of two: what is fair is not what is safe. */
const noteOfShare = ({ share, now }: Reservation) => {
  if (share === undefined) return { set: '', values: {}, names: {} };
  const { runId, lengthMs, isAnew } = share;
  return {
    set: isAnew ? ', #share = :position' : ', #share = if_not_exists(#share, :now) + :part',
    values: isAnew ? { ':position': wholeMicros(now + lengthMs) } : { ':now': now, ':part': lengthMs },
    names: { ExpressionAttributeNames: { '#share': shareAttribute(runId) } },
  };
};
