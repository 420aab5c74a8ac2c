import { composeRunControls } from '../composition.ts';
import { onRunControl } from './on-run-control.ts';

const { runs, controls, edge } = composeRunControls();

export const handler = onRunControl({ runs, controls }, edge);
