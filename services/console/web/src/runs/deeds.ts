import type { components } from '../api/campaigns.d.ts';
import type { Run } from './run-scene.ts';
import { isOver } from './run-scene.ts';

export type Deed = 'hold' | 'resume' | 'cancel' | 'retry' | 'complete';

/** Whom `complete` may mail besides those who are still to be mailed. */
export type Reconsidered = 'left' | 'refused' | 'excluded';

/** What is sent along with a deed. */
export type Wishes = components['schemas']['ControlRunBody'] | undefined;

type Excluded = { readonly domains: readonly string[]; readonly imports: readonly string[] } | undefined;

type Known = Pick<Run, 'status' | 'control' | 'pending' | 'unsettled' | 'accepted' | 'refused' | 'left'> & {
  readonly unsent?: number;
  readonly excluded?: Excluded;
};

/** What can be done with a run now, the most likely first. */
export const deedsOf = (run: Known): readonly Deed[] => {
  if (isOver(run)) return afterwards(run);
  if (run.control === 'cancel') return [];
  return run.control === 'hold' ? ['resume', 'cancel'] : ['hold', 'cancel'];
};

const afterwards = (run: Known): readonly Deed[] => {
  const completion: readonly Deed[] = canComplete(run) ? ['complete'] : [];
  return run.status === 'failed' ? ['retry', ...completion] : completion;
};

const canComplete = ({ unsent = 0, left, refused, excluded }: Known): boolean =>
  unsent > 0 || left > 0 || refused > 0 || hasExcluded(excluded);

const hasExcluded = (excluded: Excluded): boolean =>
  excluded !== undefined && excluded.domains.length + excluded.imports.length > 0;

/** How many people a deed is about: who gets no mail for now, who will be mailed. */
export interface Reach {
  /** Whom nobody has mailed yet. */
  readonly waiting: number;
  /** Who has the mail, whatever is done now. */
  readonly mailed: number;
}

export const reachOf = (run: Known): Reach => ({
  waiting: isOver(run) ? (run.unsent ?? 0) : run.pending,
  mailed: run.accepted + run.unsettled,
});

/** Whom one can choose to mail as well when a run is completed; only those of whom there are any. */
export const reconsiderable = (
  run: Known,
): readonly { readonly who: Reconsidered; readonly people: number | undefined }[] => [
  ...(run.refused > 0 ? [{ who: 'refused', people: run.refused } as const] : []),
  ...(run.left > 0 ? [{ who: 'left', people: run.left } as const] : []),
  ...(hasExcluded(run.excluded) ? [{ who: 'excluded', people: undefined } as const] : []),
];

/** Completing a run must mail somebody: else the service refuses it. */
export const wouldMailSomebody = (run: Known, include: readonly Reconsidered[]): boolean =>
  (run.unsent ?? 0) > 0 || include.length > 0;

/** Only what the deed can be asked for: the service refuses the rest. */
export const wishesFor = (deed: Deed, chosen: Chosen): Wishes => {
  if (deed === 'complete') return { include: [...chosen.include] };
  if (deed !== 'resume') return undefined;
  return { excludeDomains: [...chosen.domains], excludeImports: [...chosen.imports] };
};

export interface Chosen {
  readonly include: readonly Reconsidered[];
  readonly domains: readonly string[];
  readonly imports: readonly string[];
}

export const nothingChosen: Chosen = { include: [], domains: [], imports: [] };
