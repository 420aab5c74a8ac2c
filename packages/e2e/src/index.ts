export { ApiError, Client, signIn } from './client.ts';
export { eventually } from './eventually.ts';
export * from './journey.ts';
export { accountFor, type Delivered, mailsOf, openMail } from './mailbox.ts';
export { announceFile, filesOf, type MediaFile, uploadFile } from './media.ts';
export { greeting, newsletter } from './newsletter.ts';
export type { ImportStatus, Report, Run } from './shapes.ts';
export { machineToken, signInAs, signInToConsole, tokenOfKey, tokenWithoutRole } from './sign-in.ts';
