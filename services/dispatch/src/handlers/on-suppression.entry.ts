import { composeSuppressions } from '../composition.ts';
import { onSuppression } from './on-suppression.ts';

const { suppressions, edge } = composeSuppressions();

export const handler = onSuppression(suppressions, edge);
