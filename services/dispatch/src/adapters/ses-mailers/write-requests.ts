import type { Mail } from '../../domain/mail.ts';

/** Writes requests to SES's query API, form-encoded. What all of them share is written once. */
export const writeRequests = (configurationSet: string): ((mail: Mail) => Buffer) => {
  const common = `Action=SendRawEmail&Version=2010-12-01&ConfigurationSetName=${encodeURIComponent(configurationSet)}`;

  return ({ from, to, raw, tags }) => {
    const tagged = Object.entries(tags).map(
      ([name, value], n) =>
        `&Tags.member.${n + 1}.Name=${encodeURIComponent(name)}&Tags.member.${n + 1}.Value=${encodeURIComponent(value)}`,
    );
    const addressed = `&Source=${encodeURIComponent(from)}&Destinations.member.1=${encodeURIComponent(to)}`;
    return Buffer.from(`${common}${addressed}${tagged.join('')}&RawMessage.Data=${base64InForm(raw)}`, 'latin1');
  };
};

/** Three characters of base64 mean something else in a form. */
const base64InForm = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('base64')
    .replaceAll('+', '%2B')
    .replaceAll('/', '%2F')
    .replaceAll('=', '%3D');
