import { composeForms } from '../../compose-forms.ts';
import { listForms } from './list-forms.ts';

const { forms, edge } = composeForms();

export const handler = listForms(forms, edge);
