import { type HttpAnswer, issueOf, problem } from '@bulkhead/lambda-kit';

import type { CampaignProblem } from '../application/campaigns.ts';
import type { LiquidError } from '../application/content-ports.ts';
import type { PreviewProblem } from '../application/preview-campaign.ts';
import type { RequestAttemptProblem } from '../application/request-attempt.ts';
import type { RequestProblem } from '../application/request-changes.ts';
import type { TestProblem } from '../application/send-test.ts';
import type { ContentProblem } from '../application/show-content.ts';
import type { TemplateProblem } from '../application/templates.ts';
import { MOST_EXCLUDED } from '../domain/exclusion.ts';
import type { MediaProblem } from '../domain/media.ts';
import type { Check } from '../domain/preflight/check.ts';
import { MOST_CONTENT_BYTES, MOST_FIELDS } from '../domain/template.ts';
import { sentenceAboutFiles } from './about-files.ts';
import { conflict, notFound, unprocessable } from './answers.ts';
import { ruleForSender } from './sender-rules.ts';
import { say } from './sentences.ts';
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

const liquidProblem = (code: 'liquid_invalid' | 'not_renderable', errors: readonly LiquidError[]): HttpAnswer => {
  const rules = errors.map(({ part, line, column, message }) => ({
    ...issueOf(part, say('liquid', { message, line, column })),
    line,
    column,
  }));
  const said = say(code);
  const detail = `${said.detail} ${rules.map(({ field, rule }) => `${field}: ${rule}`).join('; ')}`;
  return problem({ status: 422, ...said, detail, errors: rules });
};

const windowRules = {
  timeZone: say('time_zone_unknown'),
  days: say('window_without_days'),
  to: say('window_ends_before'),
} as const;

/** What must be mended before anybody is mailed, check by check. */
const preflightFailed = (checks: readonly Check[]): HttpAnswer => {
  const errors = checks
    .filter(({ level }) => level === 'stop')
    .map(({ id, title, advice = '' }) => ({ field: id, rule: `${title} ${advice}`.trim() }));
  const said = say('preflight_failed');
  const detail = `${said.detail} ${errors.map(({ rule }) => rule).join(' ')}`;
  return problem({ status: 409, ...said, detail, errors, also: { checks } });
};

export const mediaNotFound = (): HttpAnswer => notFound(say('media_not_found'));

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
    case 'run_not_found':
    case 'content_not_frozen':
    case 'content_gone':
      return notFound(say(found.kind));
    case 'template_not_found':
      return unprocessable('templateId', say(found.kind));
    case 'preflight_failed':
      return preflightFailed(found.checks);
    case 'sender_unclear':
      return unprocessable('from', say(found.kind));
    case 'sender_by_hand':
      return unprocessable('from.address', say(found.kind));
    case 'sender_not_found':
      return unprocessable('senderId', say(found.kind));
    case 'sender_name_unusable':
    case 'sender_name_deceptive':
      return unprocessable('from.name', ruleForSender(found));
    case 'address_unusable':
      return unprocessable(found.field, ruleForSender(found));
    case 'window_unusable':
      return unprocessable(`window.${found.field}`, windowRules[found.field], found.kind);
    case 'left_out_and_mailed':
      return unprocessable(found.field, say(found.kind, { id: found.id }));
    case 'recipient_unusable':
      return unprocessable(`recipients.${found.index}.address`, say(found.kind));
    case 'subject_has_line_break':
    case 'subject_has_control_character':
      return unprocessable('subject', say(found.kind));
    case 'content_too_large':
      return unprocessable('html', say(found.kind, { most: MOST_CONTENT_BYTES }));
    case 'field_name_unusable':
      return unprocessable('(root)', say(found.kind, { field: found.field.slice(0, 80) }));
    case 'too_many_fields':
      return unprocessable('(root)', say(found.kind, { most: MOST_FIELDS }));
    case 'file_name_unusable':
      return unprocessable('fileName', say(found.kind));
    case 'file_type_refused':
      return unprocessable('fileName', say(found.kind, { extension: found.extension }));
    case 'content_type_refused':
      return unprocessable('contentType', say(found.kind));
    case 'file_size_unusable':
      return unprocessable('size', say(found.kind, { most: found.most }));
    case 'media_missing':
      return unprocessable(found.field, sentenceAboutFiles(found));
    case 'media_not_shown':
      return unprocessable('html', sentenceAboutFiles(found));
    case 'subject_too_long':
      return unprocessable('subject', say(found.kind, { most: found.most }));
    case 'too_many_files':
    case 'message_too_large':
    case 'media_not_uploaded':
    case 'media_differs':
      return unprocessable('attachments', sentenceAboutFiles(found));
    case 'liquid_invalid':
    case 'not_renderable':
      return liquidProblem(found.kind, found.errors);
    case 'not_editable':
    case 'not_launchable':
    case 'not_schedulable':
    case 'not_scheduled':
    case 'not_failed':
    case 'not_ended':
    case 'not_running':
      return conflict(say(found.kind, { status: found.status }));
    case 'run_too_old':
    case 'nobody_left':
    case 'about_to_start':
    case 'local_time_and_window':
      return conflict(say(found.kind));
    case 'too_many_excluded':
      return unprocessable('(root)', say(found.kind, { most: MOST_EXCLUDED }));
    case 'only_resume_excludes':
    case 'send_time_unclear':
      return unprocessable('(root)', say(found.kind));
    case 'send_time_too_far':
      return unprocessable('sendAt', say(found.kind, { latest: found.latest.toISOString() }));
    case 'send_time_too_close':
      return unprocessable('sendAt', say(found.kind, { earliest: found.earliest.toISOString() }));
    case 'time_zone_unknown':
      return unprocessable('localTime.otherwise', say(found.kind));
    case 'local_time_past':
      return unprocessable('localTime.at', say(found.kind));
    case 'local_time_too_far':
      return unprocessable('localTime.at', say(found.kind, { latest: dayBefore(found.latest) }));
  }
};
