import { notifications } from '@mantine/notifications';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';

import { useConflict } from '../../common/use-conflict.ts';
import { useVersionedDraft } from '../../common/use-versioned-draft.ts';
import type { FormWithHtml } from '../model.ts';
import { changeForm, FORMS, formQuery, readForm } from './queries.ts';
import { isComplete, isSame, readWritten, toSave, type Written, writtenOf } from './subscribe-form.ts';
import { useFormTexts } from './texts.ts';

/** A form while somebody edits it. */
export const useFormEdit = (saved: FormWithHtml, version: string) => {
  const t = useFormTexts();
  const queries = useQueryClient();
  const { formId } = saved;
  const before = { version, values: writtenOf(saved) };
  const draft = useVersionedDraft({ key: `form.${formId}`, read: readWritten, saved: before });
  const form = draft.values;
  const isChanged = !isSame(form, before.values);
  const change = useMutation({
    mutationFn: async ({ sent, over }: { readonly sent: Written; readonly over: string | undefined }) => {
      const newest = over ?? (await readForm(formId)).version;
      return changeForm({ formId, version: newest, body: toSave(sent) });
    },
    onSuccess: (answer, { sent }) => {
      showSaved(queries, answer);
      draft.settle(sent, answer.version);
      notifications.show({ message: t('saved') });
      void queries.invalidateQueries({ queryKey: FORMS });
    },
  });
  const saveOver = (over: string | undefined) => change.mutate({ sent: form, over });
  const showTheirs = async () => {
    queries.setQueryData(formQuery(formId).queryKey, await readForm(formId));
  };
  const conflict = useConflict({ version: draft.version, drop: draft.drop, change, saveOver, showTheirs });
  return {
    form,
    isChanged,
    isReady: isChanged && isComplete(form),
    isSaving: change.isPending,
    edit: draft.edit,
    drop: draft.drop,
    ...conflict,
  };
};

/** What was saved is known by the answer: nobody waits for it to be read again, which may fail. Only its HTML is not in there. */
const showSaved = (queries: QueryClient, { data, version }: Awaited<ReturnType<typeof changeForm>>): void => {
  const { queryKey } = formQuery(data.formId);
  queries.setQueryData(queryKey, (before) => {
    if (before === undefined) return undefined;
    const { submissionsUrl, html } = before.data;
    return { data: { ...data, submissionsUrl, html }, version };
  });
};
