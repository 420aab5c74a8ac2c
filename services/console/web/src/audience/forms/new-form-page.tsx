import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

import { useLanguage } from '../../common/language/use-language.ts';
import { Page } from '../../common/page.tsx';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { SaveButton } from '../../common/save-button.tsx';
import { UnsavedGuard } from '../../common/unsaved-guard.tsx';
import { useDraft } from '../../common/use-draft.ts';
import { useAudienceTexts } from '../texts.ts';
import { FormFields } from './form-fields.tsx';
import { createForm, FORMS } from './queries.ts';
import { isComplete, isSame, newForm, readWritten, toSave } from './subscribe-form.ts';
import { useFormTexts } from './texts.ts';

export const NewFormPage = () => {
  const t = useFormTexts();
  const audience = useAudienceTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { draft, keep, drop } = useDraft('form.new', readWritten);
  const begun = newForm(useLanguage());
  const form = draft ?? begun;
  const create = useMutation({
    mutationFn: createForm,
    onSuccess: async ({ formId }) => {
      drop();
      void queries.invalidateQueries({ queryKey: FORMS });
      await navigate({ to: '/audience/forms/$formId', params: { formId }, ignoreBlocker: true });
    },
  });
  return (
    <Page
      title={t('new.title')}
      back={{ to: '/audience/forms', label: audience('forms') }}
      action={
        <SaveButton isReady={isComplete(form)} isSaving={create.isPending} onSave={() => create.mutate(toSave(form))}>
          {t('save')}
        </SaveButton>
      }
    >
      <ProblemAlert error={create.error} />
      <FormFields form={form} onChange={keep} error={create.error} />
      <UnsavedGuard isUnsaved={!isSame(form, begun)} onDrop={drop} />
    </Page>
  );
};
