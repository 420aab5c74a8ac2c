import type { Mail } from '../../domain/mail.ts';

/** Bytes one behind the other: what mails share is not copied for each of them. */
export type Pieces = readonly Uint8Array[];

/** Writes requests to SES's query API, form-encoded. What all of them share is written once. */
export const writeRequests = (configurationSet: string): ((mail: Mail) => Pieces) => {
  const encoded = new WeakMap<Uint8Array, Buffer>();
  const encodedOnce = (shared: Uint8Array): Buffer => {
    const known = encoded.get(shared) ?? Buffer.from(base64InForm(shared), 'latin1');
    encoded.set(shared, known);
    return known;
  };

  const common = `Action=SendRawEmail&Version=2010-12-01&ConfigurationSetName=${encodeURIComponent(configurationSet)}`;

  return ({ from, to, raw, shared, tags }) => {
    const tagged = Object.entries(tags).map(
      ([name, value], n) =>
        `&Tags.member.${n + 1}.Name=${encodeURIComponent(name)}&Tags.member.${n + 1}.Value=${encodeURIComponent(value)}`,
    );
    const addressed = `&Source=${encodeURIComponent(from)}&Destinations.member.1=${encodeURIComponent(to)}`;
    const own = Buffer.from(`${common}${addressed}${tagged.join('')}&RawMessage.Data=${base64InForm(raw)}`, 'latin1');
    return shared === undefined ? [own] : [own, encodedOnce(shared)];
  };
};

/** Three characters of base64 mean something else in a form. */
const base64InForm = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('base64')
    .replaceAll('+', '%2B')
    .replaceAll('/', '%2F')
    .replaceAll('=', '%3D');
