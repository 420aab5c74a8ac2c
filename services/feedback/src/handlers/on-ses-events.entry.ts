import { composeSesEvents } from '../composition.ts';
import { onSesEvents } from './on-ses-events.ts';

const { edge, ...needs } = composeSesEvents();

export const handler = onSesEvents(needs, edge);
