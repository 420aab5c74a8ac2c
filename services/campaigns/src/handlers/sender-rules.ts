import type { Sentence } from '@bulkhead/lambda-kit';

import type { SenderProblem } from '../domain/sender.ts';
import { say } from './sentences.ts';

/** What a sender must be, in words. */
export const ruleForSender = ({ kind }: SenderProblem): Sentence => say(kind);
