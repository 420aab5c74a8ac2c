import type { Run } from './run-scene.ts';

export type Trouble =
  | { readonly kind: 'unsettled' | 'left' | 'refused' | 'unsent'; readonly count: number }
  | { readonly kind: 'unreadable'; readonly count: number; readonly reason: string }
  | { readonly kind: 'excluded'; readonly names: readonly string[] };

type Known = Pick<Run, 'unsettled' | 'left' | 'refused'> & {
  readonly unsent?: number;
  readonly unreadable?: readonly { readonly reason: string; readonly chunks: readonly number[] }[];
  readonly excluded?: { readonly domains: readonly string[]; readonly imports: readonly string[] };
};

/** What a person should know of beyond the figures, the most pressing first. */
export const troublesOf = (run: Known): readonly Trouble[] => [
  ...(run.unreadable ?? []).map(({ reason, chunks }) => ({
    kind: 'unreadable' as const,
    count: chunks.length,
    reason,
  })),
  ...counted(run),
  ...excludedOf(run),
];

const counted = (run: Known): readonly Trouble[] =>
  (['unsent', 'unsettled', 'refused', 'left'] as const)
    .map((kind) => ({ kind, count: run[kind] ?? 0 }))
    .filter(({ count }) => count > 0);

const excludedOf = ({ excluded }: Known): readonly Trouble[] => {
  const names = [...(excluded?.domains ?? []), ...(excluded?.imports ?? [])];
  return names.length === 0 ? [] : [{ kind: 'excluded', names }];
};
