import { composeContactExports } from '../composition.ts';
import { onContactExportRequested } from './on-contact-export-requested.ts';

const { exportContact, edge } = composeContactExports();

export const handler = onContactExportRequested(exportContact, edge);
