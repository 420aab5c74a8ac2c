import { speaker } from '@bulkhead/lambda-kit';

/** What this service tells whoever asks something impossible. Rules are the ends of sentences that begin with the name of a field. */
export const SENTENCES = {
  queue_unknown: 'There is no such queue. GET /api/console/dead-letters lists all.',
  letter_not_there:
    'This message is not to be seen: somebody else has settled it, or is looking at it. Look into the queue again in a minute. Among more than 1,000 messages one cannot be found for certain: give all back, or see the runbook.',
  came_from_no_queue:
    'What lies in {name} came from a schedule and not from a queue that could take it back. Its runbook says what to do; discard it afterwards.',
  is_the_record:
    'What lies in {name} is the only record of what somebody did, and cannot be discarded. Its runbook says what to mend; then give it back.',
  key_unknown: 'There is no such API key. GET /api/console/keys lists all; those revoked ninety days ago are gone.',
  expires_before_now: 'This key would be over before it is made. Choose a later moment, or leave expiresAt out.',
  too_many_keys: 'There are {most} usable keys, and there cannot be more. Revoke those that nothing uses any more.',
  not_a_key: 'must be the id of an API key',
  not_a_queue: 'must be the name of a queue',
  not_a_letter: 'must be the messageId of a letter',
  holds_an_address: 'must be a name and no address',
  limit_unusable: 'must be a whole number from 1 to {most}',
} as const;

export const say = speaker(SENTENCES);
