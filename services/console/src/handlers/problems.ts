import { type HttpAnswer, problem } from '@bulkhead/lambda-kit';

import type { DeadLetterQueue } from '../domain/dead-letter-queues.ts';
import { say } from './sentences.ts';

export const letterNotThere = (): HttpAnswer => problem({ status: 404, ...say('letter_not_there') });

export const cameFromNoQueue = ({ name }: DeadLetterQueue): HttpAnswer =>
  problem({ status: 409, ...say('came_from_no_queue', { name }) });

export const isTheRecord = ({ name }: DeadLetterQueue): HttpAnswer =>
  problem({ status: 409, ...say('is_the_record', { name }) });

export const queueUnknown = (): HttpAnswer => problem({ status: 404, ...say('queue_unknown') });
