import { fine, stop } from './check.ts';

export const templateGone = stop({
  id: 'template',
  found: 'missing',
  title: 'The template of the campaign does not exist any more.',
  advice: 'Choose another one.',
});

export const templateFine = fine({
  id: 'template',
  found: 'fine',
  title: 'The template can be read, and its files are there.',
});

export const senderGone = stop({
  id: 'sender_verified',
  found: 'missing',
  title: 'The sender of the campaign does not exist any more.',
  advice: 'Choose another one.',
});

/** A file of the template that is not there, or that no mail program shows. */
export const fileUnusable = (found: string, mediaId: string) =>
  stop({
    id: 'template',
    found,
    title: `A file of the template cannot be sent (${mediaId}).`,
    advice: 'Upload it again, or take it out of the template.',
    data: { mediaId },
  });

export const tooManyFiles = (most: number) =>
  stop({
    id: 'template',
    found: 'too_many_files',
    title: `The template has more than ${most} files and pictures.`,
    advice: 'Take some of them out.',
    data: { most },
  });
