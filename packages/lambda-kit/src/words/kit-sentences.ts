import { speaker } from './sentence.ts';

/** What any service may say, in English. Rules are the ends of sentences that begin with the name of a field. */
export const KIT_SENTENCES = {
  caller_unknown: 'Sign in first: this needs a valid token of the issuer.',
  role_missing: 'This needs the role {needed}; yours is {has}. An administrator can give it to you.',
  service_not_allowed:
    'This API key is not for {service}; it is for: {allowed}. An administrator can make one that is.',
  body_too_large: 'The body may be at most {most} bytes.',
  request_malformed: 'The {part} of the request is not valid:',
  cursor_unreadable: 'The cursor is not one of ours. Use `cursor` of the page before as it is, or begin without one.',
  internal_error: 'Something went wrong on our side. Try again; if it stays, quote request {requestId}.',

  not_from_page_before: 'must come from the page before',
  not_json: 'must be JSON',
  half_a_character: 'must not hold half a character',
  not_one_line: 'must be one line, without control characters or characters that turn its direction',
  missing: 'is missing',
  not_text: 'must be a text',
  not_a_number: 'must be a number',
  not_whole: 'must be a whole number',
  not_yes_or_no: 'must be true or false',
  not_a_list: 'must be a list',
  not_an_object: 'must be an object',
  empty_text: 'must not be empty',
  too_short: 'must have at least {least} characters',
  too_long: 'must have at most {most} characters',
  empty_list: 'must not be empty',
  too_few: 'must have at least {least} entries',
  too_many: 'must have at most {most} entries',
  too_low: 'must be {least} or more',
  too_high: 'must be {most} or less',
  not_above: 'must be more than {least}',
  not_below: 'must be less than {most}',
  wrong_step: 'must be a multiple of {step}',
  not_a_moment: 'must be a moment such as 2026-12-01T09:00:00Z',
  not_an_address: 'must be an e-mail address',
  not_a_link: 'must be an address of the web, such as https://www.example.com',
  wrong_form: 'must have the form {form}',
  unknown_names: 'has names that are not known here: {names}',
  not_among: 'must be one of {choices}',
  unusable: 'cannot be used as it is',
} as const;

export const say = speaker(KIT_SENTENCES);
