import { composeForms } from '../../compose-forms.ts';
import { createForm } from './create-form.ts';

const { createForm: create, edge } = composeForms();

export const handler = createForm(create, edge);
