import { type Happening, linkAt } from './happenings.ts';

/** Sums by hand: whoever is in a set counts once. */
export const countByHand = (happened: readonly Happening[]) => {
  const who = (isMeant: (each: Happening) => boolean): number =>
    new Set(happened.filter(isMeant).map(({ recipient }) => recipient)).size;
  const clicking = [...clicksByRecipient(happened).values()];

  return {
    sent: who(({ eventType }) => eventType === 'Send'),
    sentTwice: who(({ mail }) => mail === 2),
    delivered: who(({ eventType }) => eventType === 'Delivery'),
    bounced: who(({ eventType }) => eventType === 'Bounce'),
    hardBounced: who(({ bounceType }) => bounceType === 'Permanent'),
    complained: who(({ eventType }) => eventType === 'Complaint'),
    delayed: who(({ eventType }) => eventType === 'DeliveryDelay'),
    opened: who(({ eventType }) => eventType === 'Open'),
    openedByPeople: who(({ eventType, visit }) => eventType === 'Open' && visit?.by === 'person'),
    clicked: clicking.length,
    clickedByPeople: clicking.filter((clicks) => linksOfPerson(clicks).size > 0).length,
  };
};

/** How many people have followed each link, and for how many only a machine has. */
export const countLinksByHand = (happened: readonly Happening[]): Readonly<Record<string, unknown>> => {
  const sums = new Map<string, { clicks: number; machine: number }>();
  for (const clicks of clicksByRecipient(happened).values()) {
    const people = linksOfPerson(clicks);
    for (const link of linksOf(clicks)) {
      const { clicks: before, machine } = sums.get(linkAt(link)) ?? { clicks: 0, machine: 0 };
      const isPerson = people.has(link);
      sums.set(linkAt(link), { clicks: before + (isPerson ? 1 : 0), machine: machine + (isPerson ? 0 : 1) });
    }
  }
  return Object.fromEntries(sums);
};

const clicksByRecipient = (happened: readonly Happening[]): ReadonlyMap<number, readonly Happening[]> =>
  Map.groupBy(
    happened.filter(({ eventType }) => eventType === 'Click'),
    ({ recipient }) => recipient,
  );

const linksOf = (clicks: readonly Happening[]): ReadonlySet<number> =>
  new Set(clicks.flatMap(({ visit }) => visit?.link ?? []));

/** Whoever follows three links and more within seconds is a scanner; what is followed later is followed by a person. */
const linksOfPerson = (clicks: readonly Happening[]): ReadonlySet<number> => {
  const [later, hasty] = [
    linksOf(clicks.filter(({ visit }) => visit?.by === 'person')),
    linksOf(clicks.filter(({ visit }) => visit?.by === 'hasty')),
  ];
  return hasty.size < 3 ? new Set([...later, ...hasty]) : later;
};
