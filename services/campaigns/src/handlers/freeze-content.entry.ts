import { composeFreezing } from '../compose-runs.ts';
import { freezeContent } from './freeze-content.ts';

const { freezeContent: freeze, edge } = composeFreezing();

export const handler = freezeContent(freeze, edge);
