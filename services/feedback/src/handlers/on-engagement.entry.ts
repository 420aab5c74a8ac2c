import { composeEngagement } from '../composition.ts';
import { onSesEvents } from './on-ses-events.ts';

const { edge, ...needs } = composeEngagement();

export const handler = onSesEvents(needs, edge);
