import type { Sentence } from '@bulkhead/lambda-kit';

import type { FreezeMailProblem, SubjectTooLong } from '../application/freeze-mail.ts';
import type { SenderMissing } from '../application/senders.ts';
import { say } from './sentences.ts';

/** What is wrong with the files of a mail, with figures, to whoever saves a template, tests it or looks at a failed run. */
export const sentenceAboutFiles = (found: Exclude<FreezeMailProblem, SenderMissing | SubjectTooLong>): Sentence => {
  switch (found.kind) {
    case 'media_missing':
      return say(found.kind, { id: found.mediaId });
    case 'media_not_shown':
      return say(found.kind, { id: found.mediaId, type: found.contentType });
    case 'too_many_files':
      return say(found.kind, { most: found.most });
    case 'message_too_large':
      return say(found.kind, { bytes: found.bytes, most: found.most });
    case 'media_not_uploaded':
    case 'media_differs':
      return say(found.kind, { name: found.fileName });
  }
};
