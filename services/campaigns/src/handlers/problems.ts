import { type HttpAnswer, problem } from '@bulkhead/lambda-kit';

import type { CampaignProblem } from '../application/campaigns.ts';
import type { LiquidError } from '../application/ports.ts';
import type { PreviewProblem } from '../application/preview-campaign.ts';
import type { RequestAttemptProblem } from '../application/request-attempt.ts';
import type { RequestProblem } from '../application/request-changes.ts';
import type { TestProblem } from '../application/send-test.ts';
import type { ContentProblem } from '../application/show-content.ts';
import type { TemplateProblem } from '../application/templates.ts';
import { MOST_EXCLUDED } from '../domain/exclusion.ts';
import type { MediaProblem } from '../domain/media.ts';
import type { Check } from '../domain/preflight/check.ts';
import { sentenceAboutFiles } from './about-files.ts';
import { conflict, notFound, unprocessable } from './answers.ts';
import { ruleForSender } from './sender-rules.ts';
import { stale } from './versions.ts';

type Problem =
  | MediaProblem
  | { readonly kind: 'only_resume_excludes' | 'sender_unclear' | 'send_time_unclear' }
  | CampaignProblem
  | ContentProblem
  | PreviewProblem
  | RequestAttemptProblem
  | RequestProblem
  | TemplateProblem
  | TestProblem;

const liquidProblem = (code: string, errors: readonly LiquidError[]): HttpAnswer => {
  const rules = errors.map(({ part, line, column, message }) => ({
    field: part,
    rule: `${message} (line ${line}, column ${column})`,
    line,
    column,
  }));
  const detail = `The template cannot be read: ${rules.map(({ field, rule }) => `${field}: ${rule}`).join('; ')}`;
  return problem({ status: 422, code, detail, errors: rules });
};

const windowRules = {
  timeZone: 'must be the name of a time zone, such as Asia/Seoul',
  days: 'must name at least one day',
  to: 'must be later than `from`; for a night, plan two campaigns',
} as const;

/** What must be mended before anybody is mailed, check by check. */
const preflightFailed = (checks: readonly Check[]): HttpAnswer => {
  const errors = checks
    .filter(({ level }) => level === 'stop')
    .map(({ id, title, advice = '' }) => ({ field: id, rule: `${title} ${advice}`.trim() }));
  const detail = `This campaign cannot be sent yet. ${errors.map(({ rule }) => rule).join(' ')}`;
  return problem({ status: 409, code: 'preflight_failed', detail, errors, also: { checks } });
};

export const mediaNotFound = (): HttpAnswer => notFound('media_not_found', 'There is no such file.');

/** The last day that is a year away everywhere. */
const dayBefore = (latest: Date): string => new Date(latest.getTime() - 86_400_000).toISOString().slice(0, 10);

/** What a client is told, and what it can do. Every kind of problem has its answer here. */
// oxlint-disable-next-line complexity, max-lines-per-function -- one flat table
export const answerTo = (found: Problem): HttpAnswer => {
  switch (found.kind) {
    case 'stale':
    case 'outdated':
      return stale();
    case 'campaign_not_found':
      return notFound(found.kind, 'There is no such campaign.');
    case 'run_not_found':
      return notFound(found.kind, 'There is no such run. A run appears within seconds of the launch of its campaign.');
    case 'content_not_frozen':
      return notFound(found.kind, 'This run has nothing to send yet: its mail is fixed in its first seconds.');
    case 'content_gone':
      return notFound(found.kind, 'What this run has sent is not kept any more: mails are kept for 180 days.');
    case 'template_not_found':
      return unprocessable(found.kind, 'templateId', 'there is no such template; it may have been deleted');
    case 'preflight_failed':
      return preflightFailed(found.checks);
    case 'sender_unclear':
      return unprocessable(found.kind, 'from', 'name either `from`, with `replyTo` if you like, or a `senderId`');
    case 'sender_not_found':
      return unprocessable(found.kind, 'senderId', 'there is no such sender; it may have been deleted');
    case 'sender_name_unusable':
    case 'sender_name_deceptive':
      return unprocessable(found.kind, 'from.name', ruleForSender(found));
    case 'address_unusable':
      return unprocessable(found.kind, found.field, ruleForSender(found));
    case 'window_unusable':
      return unprocessable(found.kind, `window.${found.field}`, windowRules[found.field]);
    case 'left_out_and_mailed':
      return unprocessable(
        found.kind,
        found.field,
        `${found.id} is mailed by this campaign, so it cannot be left out, too`,
      );
    case 'recipient_unusable':
      return unprocessable(found.kind, `recipients.${found.index}.address`, 'must be an address that SES takes');
    case 'subject_has_line_break':
      return unprocessable(found.kind, 'subject', 'must be one line');
    case 'subject_has_control_character':
      return unprocessable(found.kind, 'subject', 'must not contain control characters or halves of characters');
    case 'content_too_large':
      return unprocessable(found.kind, 'html', 'must be, together with text and source, at most 350,000 bytes');
    case 'field_name_unusable':
      return unprocessable(
        found.kind,
        '(root)',
        `the merge field "${found.field.slice(0, 80)}" must have 1 to 64 letters`,
      );
    case 'too_many_fields':
      return unprocessable(found.kind, '(root)', 'must use at most 200 different merge fields');
    case 'file_name_unusable':
      return unprocessable(
        found.kind,
        'fileName',
        'must be 1 to 200 characters and not only dots, without slashes, encoded words, control characters and those that turn the direction of writing',
      );
    case 'file_type_refused':
      return unprocessable(
        found.kind,
        'fileName',
        `SES takes no files that end in .${found.extension}; put it into a .zip`,
      );
    case 'content_type_refused':
      return unprocessable(
        found.kind,
        'contentType',
        'must be the type of a file that may be attached, such as application/pdf',
      );
    case 'file_size_unusable':
      return unprocessable(found.kind, 'size', `must be 1 to ${found.most.toLocaleString('en')} bytes`);
    case 'media_missing':
      return unprocessable(found.kind, found.field, sentenceAboutFiles(found));
    case 'media_not_shown':
      return unprocessable(found.kind, 'html', sentenceAboutFiles(found));
    case 'subject_too_long':
      return unprocessable(
        found.kind,
        'subject',
        `must be, together with the label of its sender, at most ${found.most} characters`,
      );
    case 'too_many_files':
    case 'message_too_large':
    case 'media_not_uploaded':
    case 'media_differs':
      return unprocessable(found.kind, 'attachments', sentenceAboutFiles(found));
    case 'liquid_invalid':
      return liquidProblem(found.kind, found.errors);
    case 'not_renderable':
      return liquidProblem(found.kind, found.errors);
    case 'not_editable':
      return conflict(found.kind, `Only a draft can be changed or deleted; this campaign is ${found.status}.`);
    case 'not_launchable':
      return conflict(found.kind, `This campaign is ${found.status}. Make a new one to send again.`);
    case 'not_schedulable':
      return conflict(found.kind, `Only a draft can be scheduled; this campaign is ${found.status}.`);
    case 'not_scheduled':
      return conflict(found.kind, `This campaign has no send time to take back; it is ${found.status}.`);
    case 'not_failed':
      return conflict(
        found.kind,
        `Only a failed run can be retried; this one is ${found.status}. One that has ended can be completed.`,
      );
    case 'not_ended':
      return conflict(found.kind, `Only a run that has ended can be completed; this one is ${found.status}.`);
    case 'run_too_old':
      return conflict(
        found.kind,
        'This run is older than 150 days: what it sent, and to whom, may be deleted any day.',
      );
    case 'nobody_left':
      return conflict(
        found.kind,
        'Everybody of this run is decided. Name "left", "refused" or "excluded" in "include" to mail those who are.',
      );
    case 'too_many_excluded':
      return unprocessable(
        found.kind,
        '(root)',
        `a run can leave out at most ${MOST_EXCLUDED} domains and as many imports; cancel it, mend its list and begin anew`,
      );
    case 'only_resume_excludes':
      return unprocessable(
        found.kind,
        '(root)',
        'excludeDomains and excludeImports belong to resume: a run goes on without them',
      );
    case 'not_running':
      return conflict(found.kind, `This run cannot be controlled: its campaign is ${found.status}.`);
    case 'about_to_start':
      return conflict(found.kind, 'This campaign is about to start. Cancel its run instead.');
    case 'send_time_too_far':
      return unprocessable(found.kind, 'sendAt', `must be ${found.latest.toISOString()} or earlier`);
    case 'send_time_too_close':
      return unprocessable(found.kind, 'sendAt', `must be ${found.earliest.toISOString()} or later`);
    case 'send_time_unclear':
      return unprocessable(found.kind, '(root)', 'name either `sendAt` or `localTime`');
    case 'time_zone_unknown':
      return unprocessable(found.kind, 'localTime.otherwise', windowRules.timeZone);
    case 'local_time_past':
      return unprocessable(found.kind, 'localTime.at', 'must be later: clocks everywhere have shown that already');
    case 'local_time_too_far':
      return unprocessable(found.kind, 'localTime.at', `must be ${dayBefore(found.latest)} or earlier`);
    case 'local_time_and_window':
      return conflict(
        found.kind,
        'This campaign has a send window, which is about one time zone. Remove the window, or schedule the campaign at one moment.',
      );
  }
};
