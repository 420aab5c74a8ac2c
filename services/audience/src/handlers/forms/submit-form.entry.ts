import { composeFormTaker } from '../../compose-forms.ts';
import { submitForm } from './submit-form.ts';

const { taking, edge } = composeFormTaker();

export const handler = submitForm(taking, edge);
