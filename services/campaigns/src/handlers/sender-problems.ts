import type { HttpAnswer } from '@bulkhead/lambda-kit';

import type { PutSenderProblem } from '../application/senders.ts';
import { notFound, unprocessable } from './answers.ts';
import { ruleForSender } from './sender-rules.ts';
import { stale, versionMissing } from './versions.ts';

/** What whoever sets a sender up is told, and what they can do. */
export const answerToSender = (found: PutSenderProblem): HttpAnswer => {
  switch (found.kind) {
    case 'sender_not_found':
      return notFound(found.kind, 'There is no such sender.');
    case 'stale':
      return stale();
    case 'version_missing':
      return versionMissing();
    case 'label_unusable':
      return unprocessable(
        found.kind,
        'subjectLabel',
        'must be plain text on one line, without {{ and {%; it stands before the subject as it is',
      );
    case 'footer_unusable':
      return unprocessable(found.kind, 'footerText', 'must be plain text, without {{ and {%; line ends are kept');
    case 'time_zone_unknown':
      return unprocessable(found.kind, 'timeZone', 'must be the name of a time zone, such as Asia/Seoul');
    case 'sender_name_unusable':
    case 'sender_name_deceptive':
      return unprocessable(found.kind, 'name', ruleForSender(found));
    case 'address_unusable':
      return unprocessable(found.kind, found.field === 'replyTo' ? 'replyTo' : 'address', ruleForSender(found));
  }
};
