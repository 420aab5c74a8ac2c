import { invalidParameter, messageRejected, Refusal } from '../api/refusal.ts';
import { matching } from '../rules/address-pattern.ts';
import type { SenderRule } from '../rules/rules.ts';
import { checkedAddress, domainOf, splitAddresses } from './addresses.ts';
import { type Header, type HeaderSection, readHeaders, valuesOf } from './headers.ts';
import { singleHeaders } from './single-headers.ts';
import type { Submission } from './submission.ts';
import { checkTags, parseTags, type Tag } from './tags.ts';

const MAX_BYTES = 10 * 1024 * 1024;
const MAX_RECIPIENTS = 50;

/** A submission that SES would accept. */
export interface CheckedMessage extends HeaderSection {
  /** The envelope sender. */
  readonly source: string;
  readonly destinations: readonly string[];
  readonly configurationSet: string | undefined;
  readonly tags: readonly Tag[];
}

interface Acceptance {
  readonly region: string;
  readonly senders: readonly SenderRule[];
  readonly hasConfigurationSet: (name: string) => boolean;
}

const checkSingles = (headers: readonly Header[]): void => {
  const seen = new Set<string>();
  for (const { name } of headers) {
    const known = name.toLowerCase();
    if (singleHeaders.has(known) && seen.has(known)) throw invalidParameter(`Duplicate header '${name}'.`);
    seen.add(known);
  }
};

/** The author people see. */
const authorOf = (headers: readonly Header[]): string => {
  const [from] = valuesOf(headers, 'From').flatMap(splitAddresses);
  if (from === undefined) throw invalidParameter("Missing required header 'From'.");
  return checkedAddress(from);
};

const recipientsOf = (destinations: readonly string[], headers: readonly Header[]): readonly string[] => {
  const inHeaders = ['To', 'Cc', 'Bcc'].flatMap((name) => valuesOf(headers, name)).flatMap(splitAddresses);
  const wanted = destinations.length > 0 ? destinations : inHeaders;
  if (wanted.length === 0) throw invalidParameter("Missing required header 'To'.");
  if (wanted.length > MAX_RECIPIENTS) throw invalidParameter(`Recipient count exceeds ${MAX_RECIPIENTS}.`);

  return wanted.map(checkedAddress);
};

const checkSender = (sender: string, { region, senders }: Acceptance): void => {
  const rule = senders.find(({ from }) => matching(from)(sender));
  if (rule?.refuse === 'not_verified') {
    throw messageRejected(
      `Email address is not verified. The following identities failed the check in region ${region.toUpperCase()}: ${sender}`,
    );
  }
  if (rule?.refuse === 'mail_from_not_verified') {
    throw new Refusal({
      code: 'MailFromDomainNotVerifiedException',
      message: `MAIL FROM domain of ${domainOf(sender)} is not verified: its MX record could not be read.`,
    });
  }
};

const configurationSetOf = (submission: Submission, headers: readonly Header[], acceptance: Acceptance) => {
  const name = submission.configurationSet ?? valuesOf(headers, 'X-SES-CONFIGURATION-SET')[0];
  if (name !== undefined && !acceptance.hasConfigurationSet(name)) {
    throw new Refusal({
      code: 'ConfigurationSetDoesNotExist',
      message: `Configuration set <${name}> does not exist.`,
    });
  }
  return name;
};

/** As SES does: tags of the request replace those of the header, they are not joined. */
const tagsOf = (submission: Submission, headers: readonly Header[]): readonly Tag[] => {
  const inHeader = valuesOf(headers, 'X-SES-MESSAGE-TAGS').flatMap(parseTags);
  const tags = submission.tags.length > 0 ? submission.tags : inHeader;
  checkTags(tags);
  return tags;
};

/** @throws Refusal with the code and words SES has for what is wrong. */
export const checkMessage = (submission: Submission, acceptance: Acceptance): CheckedMessage => {
  const { raw } = submission;
  if (raw.length > MAX_BYTES) {
    throw invalidParameter(`Message length is more than ${MAX_BYTES} bytes long: '${raw.length}'.`);
  }
  const section = readHeaders(raw);
  checkSingles(section.headers);
  const author = authorOf(section.headers);
  const source = submission.source === undefined ? author : checkedAddress(submission.source);
  const destinations = recipientsOf(submission.destinations, section.headers);
  const tags = tagsOf(submission, section.headers);
  const configurationSet = configurationSetOf(submission, section.headers, acceptance);
  for (const sender of new Set([source, author])) checkSender(sender, acceptance);

  return { ...section, source, destinations, configurationSet, tags };
};
