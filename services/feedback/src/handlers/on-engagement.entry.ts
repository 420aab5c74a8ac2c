import { composeEngagement } from '../composition.ts';
import { onSesEvents } from './on-ses-events.ts';

const { foldOutcomes, edge } = composeEngagement();

export const handler = onSesEvents(foldOutcomes, edge);
