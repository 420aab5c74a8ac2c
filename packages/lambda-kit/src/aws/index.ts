export { SnsEvents } from './sns-events.ts';
export { SqsCommands } from './sqs-commands.ts';
export { SqsDeadLetters } from './sqs-dead-letters.ts';
