import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';

import type { Execution, Executions } from '../application/run-ports.ts';
import { executionNameOf } from '../domain/ids.ts';

export class SfnExecutions implements Executions {
  readonly #sfn: SFNClient;
  readonly #stateMachineArn: string;

  constructor(sfn: SFNClient, stateMachineArn: string) {
    this.#sfn = sfn;
    this.#stateMachineArn = stateMachineArn;
  }

  async start(execution: Execution): Promise<void> {
    try {
      await this.#sfn.send(
        new StartExecutionCommand({
          stateMachineArn: this.#stateMachineArn,
          name: executionNameOf(execution.runId, execution.attempt),
          input: inputOf(execution),
        }),
      );
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  }
}

/** What every state of the machine reads. */
export const inputOf = ({ runId, campaignId, attempt, correlationId, reconsider }: Execution): string =>
  JSON.stringify({ runId, campaignId, attempt, correlationId, ...(reconsider && { reconsider }) });
