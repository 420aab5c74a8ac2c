interface Answer {
  readonly status: number;
  readonly body: string;
}

/** An answer that is not a success, in the form in which the SDK throws such answers. */
export class AwsProblem extends Error {
  /** AWS's code, such as `NoSuchKey`. */
  override readonly name: string;
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(answer: Answer) {
    const { code, message } = told(answer);
    super(message);
    this.name = code;
    this.$metadata = { httpStatusCode: answer.status };
  }
}

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The text of the first element of this name that holds nothing but text. */
export const textOf = (element: string, xml: string): string | undefined => {
  const [, text] = new RegExp(`<${element}>([^<]+)</${element}>`).exec(xml) ?? [];
  return text?.replaceAll(/&(lt|gt|quot|apos|amp);/g, (entity, name: string) => characters[name] ?? entity);
};

const told = ({ status, body }: Answer): { readonly code: string; readonly message: string } => {
  const { type, message } = body.startsWith('{')
    ? inJson(body)
    : { type: textOf('Code', body), message: textOf('Message', body) };
  return { code: type ?? `Http${status}`, message: message ?? `AWS answered ${status}` };
};

/** AWS's JSON services name a problem `com.amazonaws.sqs#QueueDoesNotExist`. */
const inJson = (body: string): { readonly type: string | undefined; readonly message: string | undefined } => {
  const [, type] = /"__type"\s*:\s*"(?:[^"#]*#)?([^"#:]+)/.exec(body) ?? [];
  const [, message] = /"[Mm]essage"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(body) ?? [];
  return { type, message };
};
