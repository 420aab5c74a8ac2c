/** Whom a campaign mails, as it is chosen. */
export interface AudienceChoice {
  /** Whoever is on one of these. */
  readonly lists: readonly string[];
  readonly exclude: readonly string[];
  /** If there are any: only those who match one of them. */
  readonly segments: readonly string[];
  readonly excludeSegments: readonly string[];
}

export const nobody: AudienceChoice = { lists: [], exclude: [], segments: [], excludeSegments: [] };

/** As many as the services take. */
export const MOST = { lists: 20, exclude: 20, segments: 10, excludeSegments: 10 } as const satisfies Record<
  keyof AudienceChoice,
  number
>;

interface Asked {
  readonly listId: string;
  readonly audience: {
    lists: string[];
    exclude: string[];
    segments: string[];
    excludeSegments: string[];
  };
}

/** The first list is the campaign's own: people unsubscribe from it. */
export const toPlan = ({ lists, exclude, segments, excludeSegments }: AudienceChoice): Asked => {
  const [listId = '', ...others] = lists;
  return {
    listId,
    audience: {
      lists: others,
      exclude: [...exclude],
      segments: [...segments],
      excludeSegments: [...excludeSegments],
    },
  };
};

interface Planned {
  readonly listId: string;
  readonly audience?: Partial<AudienceChoice>;
}

export const fromPlan = ({ listId, audience = {} }: Planned): AudienceChoice => ({
  lists: [listId, ...(audience.lists ?? [])],
  exclude: audience.exclude ?? [],
  segments: audience.segments ?? [],
  excludeSegments: audience.excludeSegments ?? [],
});

export type Flaw = 'lists_missing' | 'list_twice' | 'segment_twice';

/** The services refuse to mail and to leave out the same people. */
export const flawOf = ({ lists, exclude, segments, excludeSegments }: AudienceChoice): Flaw | undefined => {
  if (lists.length === 0) return 'lists_missing';
  if (lists.some((id) => exclude.includes(id))) return 'list_twice';
  return segments.some((id) => excludeSegments.includes(id)) ? 'segment_twice' : undefined;
};

/** What can still be chosen: nobody is mailed and left out at once. */
export const without = <Choice extends { readonly value: string }>(
  choices: readonly Choice[],
  taken: readonly string[],
): readonly Choice[] => choices.filter(({ value }) => !taken.includes(value));
