import type { Tag } from './tags.ts';

/** A send request as it came in, before anything about it is known to be right. */
export interface Submission {
  readonly operation: 'SendEmail' | 'SendRawEmail';
  readonly raw: Buffer;
  readonly source: string | undefined;
  /** Envelope recipients; none means those of the headers. */
  readonly destinations: readonly string[];
  readonly configurationSet: string | undefined;
  readonly tags: readonly Tag[];
  readonly sourceIp: string;
  readonly callerIdentity: string;
}
