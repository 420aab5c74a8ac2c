import { composeConfirmations } from '../../compose-forms.ts';
import { showConfirmation } from './show-confirmation.ts';

const { showConfirmation: show, edge } = composeConfirmations();

export const handler = showConfirmation(show, edge);
