/** What came back over the wire. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** An answer that is not a message id, in the form in which the AWS SDK throws such answers. */
export interface SesProblem {
  readonly name: string;
  readonly message: string;
  readonly $metadata: { readonly httpStatusCode: number };
}

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

export const messageIdIn = ({ status, body }: HttpAnswer): string | undefined =>
  status === 200 ? textOf('MessageId', body) : undefined;

export const problemIn = ({ status, body }: HttpAnswer): SesProblem => ({
  name: textOf('Code', body) ?? 'unknown',
  message: textOf('Message', body) ?? '',
  $metadata: { httpStatusCode: status },
});

/** The text of an element that holds nothing but text. SES's answers repeat none of those that are asked for here. */
const textOf = (element: string, xml: string): string | undefined => {
  const [, text] = new RegExp(`<${element}>([^<]+)</${element}>`).exec(xml) ?? [];
  return text?.replaceAll(/&(lt|gt|quot|apos|amp);/g, (entity, name: string) => characters[name] ?? entity);
};
