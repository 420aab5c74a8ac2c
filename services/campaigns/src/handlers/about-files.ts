import type { FreezeMailProblem, SubjectTooLong } from '../application/freeze-mail.ts';
import type { SenderMissing } from '../application/senders.ts';

const figure = (bytes: number): string => bytes.toLocaleString('en');

/** What is wrong with the files of a mail, with figures, to whoever saves a template, tests it or looks at a failed run. */
export const sentenceAboutFiles = (found: Exclude<FreezeMailProblem, SenderMissing | SubjectTooLong>): string => {
  switch (found.kind) {
    case 'media_missing':
      return `there is no file ${found.mediaId}; it may have been deleted`;
    case 'media_not_shown':
      return `shows ${found.mediaId}, which is ${found.contentType}; mail programs show image/png, image/jpeg and image/gif`;
    case 'too_many_files':
      return `a mail may have at most ${found.most} files and pictures`;
    case 'message_too_large':
      return `the mail would have about ${figure(found.bytes)} bytes with its files encoded; SES takes ${figure(found.most)}`;
    case 'media_not_uploaded':
      return `the file ${found.fileName} has not been uploaded yet`;
    case 'media_differs':
      return `the file ${found.fileName} is not of the size that was announced; upload it again`;
  }
};
