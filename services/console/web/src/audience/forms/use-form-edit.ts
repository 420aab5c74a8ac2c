import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { settleConflict } from '../../common/settle-conflict.ts';
import { useVersionedDraft } from '../../common/use-versioned-draft.ts';
import type { FormWithHtml } from '../model.ts';
import { changeForm, FORMS, formQuery } from './queries.ts';
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
    mutationFn: ({ sent, over }: { readonly sent: Written; readonly over: string }) =>
      changeForm({ formId, version: over, body: toSave(sent) }),
    onSuccess: async (answer, { sent }) => {
      notifications.show({ message: t('saved') });
      await queries.invalidateQueries({ queryKey: FORMS });
      draft.settle(sent, answer.version);
    },
  });
  const saveOver = (over: string) => change.mutate({ sent: form, over });
  const readAgain = () => queries.fetchQuery({ ...formQuery(formId), staleTime: 0 });
  return {
    form,
    isChanged,
    isReady: isChanged && isComplete(form),
    isSaving: change.isPending,
    edit: draft.edit,
    drop: draft.drop,
    ...settleConflict({ version: draft.version, drop: draft.drop, change, saveOver, readAgain }),
  };
};
