import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { isConflict } from '../../shared/problem.ts';
import { useDraft } from '../../shared/use-draft.ts';
import type { FormWithHtml } from '../model.ts';
import { changeForm, FORMS, formQuery } from './queries.ts';
import { isComplete, isSame, readWritten, toSave, writtenOf } from './subscribe-form.ts';
import { useFormTexts } from './texts.ts';

/** A form while somebody edits it. */
export const useFormEdit = (saved: FormWithHtml, version: string) => {
  const t = useFormTexts();
  const queries = useQueryClient();
  const { formId } = saved;
  const { draft, keep, drop } = useDraft(`form.${formId}`, readWritten);
  const form = draft ?? writtenOf(saved);
  const isChanged = !isSame(form, writtenOf(saved));
  const change = useMutation({
    mutationFn: changeForm,
    onSuccess: async () => {
      notifications.show({ message: t('saved') });
      await queries.invalidateQueries({ queryKey: FORMS });
      drop();
    },
  });
  const saveOver = (over: string) => change.mutate({ formId, version: over, body: toSave(form) });
  const readAgain = () => queries.fetchQuery({ ...formQuery(formId), staleTime: 0 });
  return {
    form,
    isChanged,
    isReady: isChanged && isComplete(form),
    isSaving: change.isPending,
    error: isConflict(change.error) ? null : change.error,
    hasConflict: isConflict(change.error),
    edit: keep,
    drop,
    save: () => saveOver(version),
    saveMine: async () => saveOver((await readAgain()).version),
    takeTheirs: async () => {
      await readAgain();
      drop();
      change.reset();
    },
    later: () => change.reset(),
  };
};
