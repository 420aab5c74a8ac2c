import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

import { openTable, type Table } from '../../src/adapters/table.ts';

export interface Death {
  /** How many calls are made before. */
  readonly calls: number;
  /** Whether the last of them reaches the table, its answer lost. */
  readonly isAnswerLost: boolean;
}

/** A table as a process sees it that dies: from some call on nothing it does reaches the table, nor any answer the process. */
export const dyingTable = (config: DynamoDBClientConfig, name: string, death: Death | undefined): Table => {
  const client = new DynamoDBClient(config);
  let calls = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      calls += 1;
      if (death !== undefined && calls > death.calls) throw new Error('killed');
      const answer = await next(args);
      if (death?.isAnswerLost === true && calls >= death.calls) throw new Error('killed');
      return answer;
    },
    { step: 'initialize' },
  );
  return openTable(client, name);
};
