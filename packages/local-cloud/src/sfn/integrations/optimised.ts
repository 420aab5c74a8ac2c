/** What an optimised integration takes. */
export interface OptimisedAction {
  readonly fields: readonly string[];
  readonly required: readonly string[];
  /** Sent as JSON text when it is not a text already. */
  readonly stringified?: string;
  readonly hasCallback: boolean;
}

const words = (line: string): readonly string[] => line.split(' ');

const WRITE_FIELDS =
  'TableName ConditionalOperator ConditionExpression Expected ExpressionAttributeNames ExpressionAttributeValues ' +
  'ReturnConsumedCapacity ReturnItemCollectionMetrics ReturnValues';

const READ_FIELDS =
  'TableName AttributesToGet ConsistentRead ExpressionAttributeNames ProjectionExpression ReturnConsumedCapacity';

const dynamodb = (required: string, fields: string): OptimisedAction => ({
  fields: [required, ...words(fields)],
  required: ['TableName', required],
  hasCallback: false,
});

const invoke: OptimisedAction = {
  fields: words('ClientContext FunctionName InvocationType LogType Payload Qualifier'),
  required: ['FunctionName'],
  hasCallback: true,
};

const sendMessage: OptimisedAction = {
  fields: words('DelaySeconds MessageAttributes MessageBody MessageDeduplicationId MessageGroupId QueueUrl'),
  required: ['QueueUrl'],
  stringified: 'MessageBody',
  hasCallback: true,
};

const PUBLISH_FIELDS =
  'Message MessageAttributes MessageDeduplicationId MessageGroupId MessageStructure PhoneNumber Subject TargetArn TopicArn';

const publish: OptimisedAction = {
  fields: words(PUBLISH_FIELDS),
  required: [],
  stringified: 'Message',
  hasCallback: true,
};

/** The optimised integrations that this engine implements, by `service:action`. */
export const OPTIMISED: ReadonlyMap<string, OptimisedAction> = new Map([
  ['lambda:invoke', invoke],
  ['sqs:sendMessage', sendMessage],
  ['sns:publish', publish],
  ['dynamodb:getItem', dynamodb('Key', READ_FIELDS)],
  ['dynamodb:putItem', dynamodb('Item', WRITE_FIELDS)],
  ['dynamodb:updateItem', dynamodb('Key', `${WRITE_FIELDS} AttributeUpdates UpdateExpression`)],
  ['dynamodb:deleteItem', dynamodb('Key', WRITE_FIELDS)],
]);
