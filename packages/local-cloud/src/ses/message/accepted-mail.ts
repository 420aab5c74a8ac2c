import type { Header } from './headers.ts';
import type { Submission } from './submission.ts';

/** A message SES has said yes to: what events tell about it. */
export interface AcceptedMail {
  readonly messageId: string;
  readonly at: number;
  readonly operation: Submission['operation'];
  readonly sourceIp: string;
  readonly callerIdentity: string;
  readonly source: string;
  readonly destinations: readonly string[];
  readonly configurationSet: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  /** As submitted, X-SES headers included. */
  readonly headers: readonly Header[];
}
