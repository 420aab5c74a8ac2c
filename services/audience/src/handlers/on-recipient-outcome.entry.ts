import { composeOutcomes } from '../compose-outcomes.ts';
import { onRecipientOutcome } from './on-recipient-outcome.ts';

const { edge, ...useCases } = composeOutcomes();

export const handler = onRecipientOutcome(useCases, edge);
