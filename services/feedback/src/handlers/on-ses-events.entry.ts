import { composeSesEvents } from '../composition.ts';
import { onSesEvents } from './on-ses-events.ts';

const { foldEvents, edge, knowsRun } = composeSesEvents();

export const handler = onSesEvents(foldEvents, edge, knowsRun);
