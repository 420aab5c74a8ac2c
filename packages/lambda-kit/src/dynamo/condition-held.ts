import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/**
 * Waits for a conditional write. Answers whether its condition held, so whether it was written; any other failure stays one.
 *
 * @example
 * const isNew = await conditionHeld(db.send(new PutCommand({ ...put, ConditionExpression: 'attribute_not_exists(pk)' })));
 */
export const conditionHeld = async (writing: Promise<unknown>): Promise<boolean> => {
  try {
    await writing;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};
