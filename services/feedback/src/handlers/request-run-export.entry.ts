import { composeRunExportSender } from '../compose-run-exports.ts';
import { requestRunExport } from './request-run-export.ts';

const { requestRunExport: use, edge } = composeRunExportSender();

export const handler = requestRunExport(use, edge);
