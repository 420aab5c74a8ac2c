interface RefusalReason {
  readonly code: string;
  readonly message: string;
  readonly status?: number;
}

/** An answer of SES that is not a yes; `code` and `message` are the words of the real service. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly status: number;

  constructor({ code, message, status = 400 }: RefusalReason) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export const invalidParameter = (message: string): Refusal => new Refusal({ code: 'InvalidParameterValue', message });

export const messageRejected = (message: string): Refusal => new Refusal({ code: 'MessageRejected', message });

export const throttled = (message: string): Refusal => new Refusal({ code: 'Throttling', message });
