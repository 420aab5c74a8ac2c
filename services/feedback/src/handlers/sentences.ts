import { speaker } from '@bulkhead/lambda-kit';

/** What this service tells whoever asks something impossible. Rules are the ends of sentences that begin with the name of a field. */
export const SENTENCES = {
  run_unknown: 'Nothing is known of run {runId}. A run appears here within seconds of its start.',
  export_not_found: 'There is no such export of this run. Exports are kept for a week: ask for a new one.',
  snapshot_gone:
    'The recipients of this run cannot be named: its snapshot is kept for 180 days, or was never taken. The figures of the report stay.',
  too_few_runs: 'must name two runs or more',
  too_many_runs: 'must name at most {most}',
} as const;

export const say = speaker(SENTENCES);
