import { AwsProblem } from '@bulkhead/lambda-kit/aws';

/** A condition of the request did not hold: the object is another one by now, or exists already. */
export const isConflict = (error: unknown): boolean =>
  error instanceof AwsProblem && (error.name === 'PreconditionFailed' || error.name === 'ConditionalRequestConflict');
