import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The table of this service, and a client that drops undefined values. */
export interface Table {
  readonly db: DynamoDBDocumentClient;
  readonly name: string;
}

/** Makes a write whose condition may fail; answers whether it held. */
export const conditionHeld = async (write: () => Promise<unknown>): Promise<boolean> => {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};
