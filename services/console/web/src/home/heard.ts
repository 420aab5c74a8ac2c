import { useQueries, useQuery } from '@tanstack/react-query';

import { useMay } from '../app/session/session-context.tsx';
import { queuesQuery } from '../common/queries/dead-letters.ts';
import { type Campaign, failedLately, held, overdue } from './campaign.ts';
import { runsToAsk, withEnds } from './ends.ts';
import { importsForSomebody } from './imports.ts';
import { newestImports, openCampaigns, runOf, stillCampaigns } from './queries.ts';

/** What was asked for, and what there is of it that needs somebody. */
export interface Heard {
  readonly isKnown: boolean;
  readonly count: number;
  readonly error: unknown;
  readonly lookAgain: () => void;
}

interface Asking {
  readonly data: unknown;
  readonly error: unknown;
  readonly refetch: () => Promise<unknown>;
}

const heard = ({ data, error, refetch }: Asking, count: number): Heard => ({
  isKnown: data !== undefined,
  count,
  error: data === undefined ? error : null,
  lookAgain: () => void refetch(),
});

export const useHeld = () => {
  const asked = useQuery(openCampaigns());
  const those = held(asked.data ?? []);
  return { ...heard(asked, those.length), held: those };
};

/** Time makes them late, not an answer that differs: so every answer is looked at, also one that says the same. */
export const useOverdue = () => {
  const asked = useQuery(stillCampaigns('scheduled'));
  const those = overdue(asked.data ?? [], new Date(asked.dataUpdatedAt));
  return { ...heard(asked, those.length), overdue: those };
};

export const useFailed = () => {
  const asked = useQuery(stillCampaigns('failed'));
  const { isKnown, campaigns } = useEnds(asked.data ?? []);
  const those = failedLately(campaigns, new Date());
  const told = heard(asked, those.length);
  return { ...told, isKnown: told.isKnown && isKnown, failed: those };
};

const useEnds = (failed: readonly Campaign[]) => {
  const queries = runsToAsk(failed).map((runId) => runOf(runId, false));
  return withEnds(failed, useQueries({ queries }));
};

export const useStuckImports = () => {
  const asked = useQuery(newestImports());
  const stuck = importsForSomebody(asked.data?.items ?? [], new Date());
  return { ...heard(asked, stuck.length), stuck };
};

export const useDeadLetters = () => {
  const mayKnow = useMay('administrator');
  const asked = useQuery(queuesQuery(mayKnow));
  const filled = (asked.data?.queues ?? []).filter(({ messages }) => messages > 0);
  const count = filled.reduce((sum, { messages }) => sum + messages, 0);
  const known = heard(asked, count);
  return { ...known, isKnown: known.isKnown || !mayKnow, queues: filled.map(({ queue }) => queue).join(', ') };
};
