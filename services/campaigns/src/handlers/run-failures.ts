import { speaker } from '@bulkhead/lambda-kit';

/** Why a run has failed, as whoever follows it reads it. */
export const RUN_FAILURES = {
  campaign_gone: 'The campaign does not exist any more.',
  template_gone: 'The template of the campaign does not exist any more. Nothing was sent.',
  sender_gone:
    'The sender of the campaign does not exist any more. Nothing was sent. Make a new campaign with another sender.',
  subject_too_long:
    'The subject has more than {most} characters, together with the label of its sender. Nothing was sent. Shorten it in the template, then retry the run.',
  files_unusable: 'The files of the template cannot be sent: {what}. Nothing was sent.',
  not_startable: 'The campaign is {status}: it was changed as its run was about to start. Nothing was sent.',
  not_due: 'The campaign was moved to a later time as its run was about to start. Nothing was sent.',
  another_attempt: 'The campaign was changed as this attempt at its run was about to start. This attempt sent nothing.',
  departures_missing:
    'Its recipients were frozen without their time zones, so nobody was mailed. Bring the audience service up to date, then send a new campaign.',
  not_plannable: 'The run cannot be planned: {problem}.',
  too_many_waves: 'The run was held so often that its execution is full. Retry it: it goes on where it stopped.',
  no_answer: 'Another service has not answered for too long. Look at its dead-letter queues, then retry the run.',
  timed_out: 'The run waited for too long. Retry it.',
  stopped: 'The run stopped with {error}.',
} as const;

export const sayFailure = speaker(RUN_FAILURES);
