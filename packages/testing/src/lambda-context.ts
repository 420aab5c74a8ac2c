import type { Context } from 'aws-lambda';

/**
 * What Lambda tells a handler about its invocation. Say what your test is about, the rest is plausible.
 * @example
 * lambdaContextWith({ getRemainingTimeInMillis: () => 500 })
 */
export const lambdaContextWith = (given: Partial<Context>): Context => ({
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'test',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-west-1:000000000000:function:test',
  memoryLimitInMB: '512',
  awsRequestId: 'request-1',
  logGroupName: '/aws/lambda/test',
  logStreamName: 'test',
  getRemainingTimeInMillis: () => 20_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
  ...given,
});

/**
 * A context for tests that do not care.
 * @example
 * await handler(sqsEvent(body), lambdaContext);
 */
export const lambdaContext: Context = lambdaContextWith({});
