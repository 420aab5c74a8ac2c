import type { Message, MessageAttributeValue } from '@aws-sdk/client-sqs';

interface Source {
  readonly queueArn: string;
  readonly region: string;
}

/** Writes the event that Lambda gives a function for a batch of messages. */
export const sqsEvent = (messages: readonly Message[], { queueArn, region }: Source) => ({
  Records: messages.map((message) => ({
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: attributesOf(message),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: region,
  })),
});

const attributesOf = ({ MessageAttributes = {} }: Message) =>
  Object.fromEntries(Object.entries(MessageAttributes).map(([name, value]) => [name, attribute(value)]));

/** Lambda's attributes are the SDK's with a small first letter, and binary values as base64. */
const attribute = ({ DataType, StringValue, BinaryValue }: MessageAttributeValue) => ({
  dataType: DataType,
  ...(StringValue !== undefined && { stringValue: StringValue }),
  ...(BinaryValue !== undefined && { binaryValue: Buffer.from(BinaryValue).toString('base64') }),
  stringListValues: [],
  binaryListValues: [],
});
