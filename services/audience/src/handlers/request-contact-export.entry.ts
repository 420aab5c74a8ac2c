import { composeExportSender } from '../compose-person.ts';
import { requestContactExport } from './request-contact-export.ts';

const { requestExport, edge } = composeExportSender();

export const handler = requestContactExport(requestExport, edge);
