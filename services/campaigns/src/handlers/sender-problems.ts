import type { HttpAnswer } from '@bulkhead/lambda-kit';

import type { PutSenderProblem } from '../application/senders.ts';
import { notFound, unprocessable } from './answers.ts';
import { ruleForSender } from './sender-rules.ts';
import { say } from './sentences.ts';
import { stale, versionMissing } from './versions.ts';

/** What whoever sets a sender up is told, and what they can do. */
export const answerToSender = (found: PutSenderProblem): HttpAnswer => {
  switch (found.kind) {
    case 'sender_not_found':
      return notFound(say(found.kind));
    case 'stale':
      return stale();
    case 'version_missing':
      return versionMissing();
    case 'label_unusable':
      return unprocessable('subjectLabel', say(found.kind));
    case 'footer_unusable':
      return unprocessable('footerText', say(found.kind));
    case 'time_zone_unknown':
      return unprocessable('timeZone', say(found.kind));
    case 'sender_name_unusable':
    case 'sender_name_deceptive':
      return unprocessable('name', ruleForSender(found));
    case 'address_unusable':
      return unprocessable(found.field === 'replyTo' ? 'replyTo' : 'address', ruleForSender(found));
  }
};
