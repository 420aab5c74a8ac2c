import { composeForms } from '../../compose-forms.ts';
import { getForm } from './get-form.ts';

const { reading, edge } = composeForms();

export const handler = getForm(reading, edge);
