import { composeForms } from '../../compose-forms.ts';
import { deleteForm } from './delete-form.ts';

const { deleteForm: remove, edge } = composeForms();

export const handler = deleteForm(remove, edge);
