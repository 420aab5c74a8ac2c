/** What happened to a part of the mails of a run. */
interface PartHealth {
  readonly delivered: number;
  readonly hardBounced: number;
  readonly complained: number;
  readonly rejected: number;
}

/** Where most of the harm comes from, the worst first. */
export interface WorstParts {
  readonly domains: readonly (PartHealth & { readonly domain: string })[];
  readonly imports: readonly (PartHealth & { readonly importId: string })[];
}

const harmIn = ({ hardBounced, complained, rejected }: PartHealth): number => hardBounced + complained + rejected;

/** Whoever complains has got the mail. */
const heardOf = ({ hardBounced, rejected, delivered }: PartHealth): number => hardBounced + rejected + delivered;

const figuresOf = (part: PartHealth): string =>
  `${harmIn(part)} of ${heardOf(part)} mails bounced, were rejected or were complained about`;

/** Says in words where most of the harm comes from, and how to go on without it; nothing if nobody can say. */
const blame = (worst: WorstParts | undefined): string | undefined => {
  const [upload] = worst?.imports ?? [];
  const [domain] = worst?.domains ?? [];
  const found = [
    ...(upload ? [`import ${upload.importId} (${figuresOf(upload)})`] : []),
    ...(domain ? [`domain ${domain.domain} (${figuresOf(domain)})`] : []),
  ];
  if (found.length === 0) return undefined;
  return `Worst so far: ${found.join('; ')}. To go on without, resume with excludeImports or excludeDomains.`;
};

/** Why a run is held, and where it comes from. */
export const withBlame = (reason: string, worst: WorstParts | undefined): string => {
  const blamed = blame(worst);
  return blamed === undefined ? reason : `${reason.replace(/\.$/, '')}. ${blamed}`;
};
