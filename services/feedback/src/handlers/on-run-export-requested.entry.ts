import { composeRunExportBuilder } from '../compose-run-exports.ts';
import { onRunExportRequested } from './on-run-export-requested.ts';

const { buildRunExport, edge } = composeRunExportBuilder();

export const handler = onRunExportRequested(buildRunExport, edge);
