import { composeEngagement } from '../composition.ts';
import { onSesEvents } from './on-ses-events.ts';

const { foldEvents, edge } = composeEngagement();

export const handler = onSesEvents(foldEvents, edge);
