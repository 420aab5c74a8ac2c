import { composeForms } from '../../compose-forms.ts';
import { editForm } from './edit-form.ts';

const { editForm: edit, edge } = composeForms();

export const handler = editForm(edit, edge);
