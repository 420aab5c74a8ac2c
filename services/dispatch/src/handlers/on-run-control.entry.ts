import { composeRunControls } from '../composition.ts';
import { onRunControl } from './on-run-control.ts';

const { runs, changeControl, edge } = composeRunControls();

export const handler = onRunControl({ runs, changeControl }, edge);
