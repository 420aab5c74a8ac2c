import { composeExportReader } from '../compose-person.ts';
import { getContactExport } from './get-contact-export.ts';

const { showExport, edge } = composeExportReader();

export const handler = getContactExport(showExport, edge);
