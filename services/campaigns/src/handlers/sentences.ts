import { speaker } from '@bulkhead/lambda-kit';

/** What this service tells whoever asks something impossible. Rules are the ends of sentences that begin with the name of a field. */
export const SENTENCES = {
  stale: 'Somebody has changed this meanwhile. Read it again, then repeat your change with its ETag in If-Match.',
  if_match_missing: 'Send the ETag of the version you have read in If-Match.',
  campaign_not_found: 'There is no such campaign.',
  run_not_found: 'There is no such run. A run appears within seconds of the launch of its campaign.',
  content_not_frozen: 'This run has nothing to send yet: its mail is fixed in its first seconds.',
  content_gone: 'What this run has sent is not kept any more: mails are kept for 180 days.',
  template_not_found: 'There is no such template; it may have been deleted.',
  sender_not_found: 'There is no such sender; it may have been deleted.',
  media_not_found: 'There is no such file.',
  image_not_found: 'There is no such picture.',

  preflight_failed: 'This campaign cannot be sent yet.',
  not_editable: 'Only a draft can be changed or deleted; this campaign is {status}.',
  not_launchable: 'This campaign is {status}. Make a new one to send again.',
  not_schedulable: 'Only a draft can be scheduled; this campaign is {status}.',
  not_scheduled: 'This campaign has no send time to take back; it is {status}.',
  not_failed: 'Only a failed run can be retried; this one is {status}. One that has ended can be completed.',
  not_ended: 'Only a run that has ended can be completed; this one is {status}.',
  run_too_old: 'This run is older than 150 days: what it sent, and to whom, may be deleted any day.',
  nobody_left:
    'Everybody of this run is decided. Name "left", "refused" or "excluded" in "include" to mail those who are.',
  not_running: 'This run cannot be controlled: its campaign is {status}.',
  about_to_start:
    'This campaign is about to start. Cancel its run once it has; if it has not ten minutes after its time, change the time or take it back then.',
  local_time_and_window:
    'This campaign has a send window, which is about one time zone. Remove the window, or schedule the campaign at one moment.',

  sender_unclear: 'name either `from`, with `replyTo` if you like, or a `senderId`',
  sender_by_hand:
    'can only be written by administrators, because senders are set up here; name one of them by its `senderId`',
  sender_name_unusable: 'must not contain line breaks or other control characters',
  sender_name_deceptive:
    'must not contain characters that nobody sees or that change the direction of writing; type it anew instead of pasting it',
  address_unusable:
    'must be one address as SES takes it: ASCII before the @, a domain with a dot, international domains as xn--…',
  label_unusable: 'must be plain text on one line, without {{ and {%; it stands before the subject as it is',
  footer_unusable: 'must be plain text, without {{ and {%; line ends are kept',
  time_zone_unknown: 'must be the name of a time zone, such as Asia/Seoul',
  window_unusable: 'cannot be a send window',
  window_without_days: 'must name at least one day',
  window_ends_before: 'must be later than `from`; for a night, plan two campaigns',
  left_out_and_mailed: '{id} is mailed by this campaign, so it cannot be left out, too',
  recipient_unusable: 'must be an address that SES takes',
  too_many_excluded:
    'a run can leave out at most {most} domains and as many imports; cancel it, mend its list and begin anew',
  only_resume_excludes: 'excludeDomains and excludeImports belong to resume: a run goes on without them',
  send_time_too_far: 'must be {latest} or earlier',
  send_time_too_close: 'must be {earliest} or later',
  send_time_unclear: 'name either `sendAt` or `localTime`',
  local_time_past: 'must be later: clocks everywhere have shown that already',
  local_time_too_far: 'must be {latest} or earlier',
  has_a_zone: 'must be a time without a zone, such as 2026-12-01T09:00',
  not_a_domain: 'must be a domain such as example.com, without the @',
  not_a_time_of_day: 'must be like 09:00',

  liquid_invalid: 'The template cannot be read:',
  not_renderable: 'The template cannot be read:',
  liquid: '{message} (line {line}, column {column})',
  subject_has_line_break: 'must be one line',
  subject_has_control_character: 'must not contain control characters or halves of characters',
  subject_too_long: 'must be, together with the label of its sender, at most {most} characters',
  content_too_large: 'must be, together with text and source, at most {most} bytes',
  field_name_unusable: 'the merge field "{field}" must have 1 to 64 letters',
  too_many_fields: 'must use at most {most} different merge fields',

  file_name_unusable:
    'must be 1 to 200 characters and not only dots, without slashes, encoded words, control characters and those that turn the direction of writing',
  file_type_refused: 'SES takes no files that end in .{extension}; put it into a .zip',
  content_type_refused: 'must be the type of a file that may be attached, such as application/pdf',
  file_size_unusable: 'must be 1 to {most} bytes',
  image_type_refused: 'must be one of {types}',
  image_size_unusable: 'must be 1 to {most} bytes; make the picture smaller',
  media_missing: 'there is no file {id}; it may have been deleted',
  media_not_shown: 'shows {id}, which is {type}; mail programs show image/png, image/jpeg and image/gif',
  too_many_files: 'a mail may have at most {most} files and pictures',
  message_too_large: 'the mail would have about {bytes} bytes with its files encoded; SES takes {most}',
  media_not_uploaded: 'the file {name} has not been uploaded yet',
  media_differs: 'the file {name} is not of the size that was announced; upload it again',
} as const;

export const say = speaker(SENTENCES);
