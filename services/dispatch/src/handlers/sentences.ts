import { speaker } from '@bulkhead/lambda-kit';

/** What this service tells whoever asks something impossible. */
export const SENTENCES = {
  run_unknown: 'No wave of this run has been released. Check the run id.',
  quota_unknown: 'SES has not been asked yet what it grants this account. Try again in a minute.',
} as const;

export const say = speaker(SENTENCES);
