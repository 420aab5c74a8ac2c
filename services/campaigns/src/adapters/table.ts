import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The table of this service, and a client that drops undefined values. */
export interface Table {
  readonly db: DynamoDBDocumentClient;
  readonly name: string;
}
