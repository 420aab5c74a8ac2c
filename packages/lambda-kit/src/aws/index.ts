export { AwsHttp } from './http/aws-http.ts';
export { AwsProblem, textOf } from './http/aws-problem.ts';
export { type Connected, type Connection, connect } from './http/connection.ts';
export { Sha256 } from './http/sha256.ts';
export { ObjectParts } from './object-parts.ts';
export {
  bareEtag,
  type NewObject,
  type ObjectFacts,
  type ObjectRange,
  type Permission,
  S3Bucket,
  type StoredObject,
} from './s3-bucket.ts';
export { S3TextFile } from './s3-text-file.ts';
export { SnsApi } from './sns-api.ts';
export { SnsEvents } from './sns-events.ts';
export { SqsApi } from './sqs-api.ts';
export { SqsCommands } from './sqs-commands.ts';
export { SqsDeadLetters } from './sqs-dead-letters.ts';
export { SqsDeeds } from './sqs-deeds.ts';
