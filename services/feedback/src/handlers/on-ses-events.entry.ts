import { composeFolding } from '../composition.ts';
import { onSesEvents } from './on-ses-events.ts';

const { foldOutcomes, edge } = composeFolding();

export const handler = onSesEvents(foldOutcomes, edge);
