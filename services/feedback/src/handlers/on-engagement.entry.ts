import { composeEngagement } from '../composition.ts';
import { onSesEvents } from './on-ses-events.ts';

const { foldEvents, edge, knowsRun } = composeEngagement();

export const handler = onSesEvents(foldEvents, edge, knowsRun);
