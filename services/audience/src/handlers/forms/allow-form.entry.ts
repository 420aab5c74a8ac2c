import { composeFormTaker } from '../../compose-forms.ts';
import { allowForm } from './allow-form.ts';

const { forms, edge } = composeFormTaker();

export const handler = allowForm(forms, edge);
