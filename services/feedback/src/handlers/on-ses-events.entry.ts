import { composeSesEvents } from '../composition.ts';
import { onSesEvents } from './on-ses-events.ts';

const { foldOutcomes, edge } = composeSesEvents();

export const handler = onSesEvents(foldOutcomes, edge);
