import { normaliseAddress, type ToAsciiDomain } from '../../domain/address.ts';
import { checkForm, type Form, type FormDraft, type FormProblem } from '../../domain/forms/form.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { Clock, Ids, Lists } from '../ports.ts';
import type { Forms } from './ports.ts';

interface Needs {
  readonly forms: Pick<Forms, 'find' | 'save' | 'remove'>;
  readonly lists: Pick<Lists, 'find'>;
  readonly toAscii: ToAsciiDomain;
  readonly ids: Ids;
  readonly clock: Clock;
}

export type DraftProblem = FormProblem | { readonly kind: 'list_not_found' } | { readonly kind: 'sender_unusable' };
export type FormChangeProblem = { readonly kind: 'form_not_found' } | { readonly kind: 'form_changed' };

export type CreateForm = (draft: FormDraft) => Promise<Result<Form, DraftProblem>>;

export const makeCreateForm =
  (needs: Needs): CreateForm =>
  async (draft) => {
    const problem = await problemOf(needs, draft);
    if (problem !== undefined) return refuse(problem);
    const createdAt = needs.clock.now().toISOString();
    const form: Form = { ...draft, formId: needs.ids.next('frm'), createdAt, revision: 0 };
    await needs.forms.save(form);
    return succeed({ ...form, revision: 1 });
  };

export type EditForm = (
  formId: string,
  draft: FormDraft,
  revision: number,
) => Promise<Result<Form, DraftProblem | FormChangeProblem>>;

/** Replaces what people decide about a form, unless somebody else has changed it since it was seen. */
export const makeEditForm =
  (needs: Needs): EditForm =>
  async (formId, draft, revision) => {
    const known = await needs.forms.find(formId);
    if (known === undefined) return refuse({ kind: 'form_not_found' });
    if (known.revision !== revision) return refuse({ kind: 'form_changed' });
    const problem = await problemOf(needs, draft);
    if (problem !== undefined) return refuse(problem);

    const form: Form = { ...draft, formId, createdAt: known.createdAt, revision };
    const isWritten = await needs.forms.save(form);
    return isWritten ? succeed({ ...form, revision: revision + 1 }) : refuse({ kind: 'form_changed' });
  };

export type DeleteForm = (formId: string) => Promise<Result<void, { readonly kind: 'form_not_found' }>>;

/** Nothing can be sent through it any more. What was sent before can still be confirmed. */
export const makeDeleteForm =
  ({ forms }: Pick<Needs, 'forms'>): DeleteForm =>
  async (formId) => {
    if ((await forms.find(formId)) === undefined) return refuse({ kind: 'form_not_found' });
    await forms.remove(formId);
    return succeed(undefined);
  };

const problemOf = async ({ lists, toAscii }: Needs, draft: FormDraft): Promise<DraftProblem | undefined> => {
  const checked = checkForm(draft);
  if (!checked.ok) return checked.problem;
  if (!normaliseAddress(draft.sender.address, toAscii).ok) return { kind: 'sender_unusable' };
  return (await lists.find(draft.listId)) === undefined ? { kind: 'list_not_found' } : undefined;
};
