const STATUS = {
  ValidationException: 400,
  AccessDeniedException: 403,
  ResourceNotFoundException: 404,
  ConflictException: 409,
  UnknownOperationException: 404,
} as const;

/** A refusal, named and numbered as EventBridge Scheduler does. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly type: keyof typeof STATUS;

  constructor(type: keyof typeof STATUS, message: string) {
    super(message);
    this.type = type;
  }

  get status(): number {
    return STATUS[this.type];
  }
}

export const invalid = (message: string): Refusal => new Refusal('ValidationException', message);
