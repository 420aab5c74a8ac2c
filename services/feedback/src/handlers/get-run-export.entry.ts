import { composeRunExportReader } from '../compose-run-exports.ts';
import { getRunExport } from './get-run-export.ts';

const { showRunExport, edge } = composeRunExportReader();

export const handler = getRunExport(showRunExport, edge);
