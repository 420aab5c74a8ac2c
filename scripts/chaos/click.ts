import { ApiError, type Client, eventually } from '@bulkhead/e2e';

/** A person at a console: if campaigns is down, they click again; a run that has ended is left alone. */
export const click = async (client: Client, runId: string, control: 'hold' | 'resume'): Promise<void> => {
  await eventually(
    () =>
      client.control(runId, control).catch((error: unknown) => {
        if (!(error instanceof ApiError && error.status < 500)) throw error;
      }),
    () => true,
    { what: `the run to take "${control}"` },
  );
};
