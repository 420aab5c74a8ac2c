import type { Outcome } from '../domain/outcome.ts';
import { setApart } from '../domain/simulated.ts';
import type { FoldEvents, ProbeSent } from './fold-sending.ts';

/** Folds what happens at SES's mailbox simulator for itself. What could not be folded is named as it came. */
export const settingApart =
  (foldEvents: FoldEvents): FoldEvents =>
  async ({ outcomes, ...batch }) => {
    const pairs = outcomes.map((came) => ({ came, folded: setApart(came) }));
    const namesOf = new Map<Outcome | ProbeSent, Outcome>(pairs.map(({ came, folded }) => [folded, came]));

    const unfolded = await foldEvents({ ...batch, outcomes: pairs.map(({ folded }) => folded) });
    return unfolded.map(({ events, error }) => ({ events: events.map((event) => namesOf.get(event) ?? event), error }));
  };
