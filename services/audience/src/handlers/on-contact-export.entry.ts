import { composeExportGatherer } from '../compose-person.ts';
import { onContactExport } from './on-contact-export.ts';

const { edge, ...useCases } = composeExportGatherer();

export const handler = onContactExport(useCases, edge);
