import {
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';

import type { WaitingStates } from '../application/run-ports.ts';

export class SfnWaitingStates implements WaitingStates {
  readonly #sfn: SFNClient;

  constructor(sfn: SFNClient) {
    this.#sfn = sfn;
  }

  succeed(taskToken: string): Promise<void> {
    return unlessGone(() => this.#sfn.send(new SendTaskSuccessCommand({ taskToken, output: '{}' })));
  }

  fail(taskToken: string, { error, cause }: { readonly error: string; readonly cause: string }): Promise<void> {
    return unlessGone(() => this.#sfn.send(new SendTaskFailureCommand({ taskToken, error, cause })));
  }

  beat(taskToken: string): Promise<void> {
    return unlessGone(() => this.#sfn.send(new SendTaskHeartbeatCommand({ taskToken })));
  }
}

/** Nobody waits for this token any more: its state was completed by an earlier copy of the fact, or was tried again. */
const unlessGone = async (call: () => Promise<unknown>): Promise<void> => {
  try {
    await call();
  } catch (error) {
    const isGone = error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken;
    if (!isGone) throw error;
  }
};
