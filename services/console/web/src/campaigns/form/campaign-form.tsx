import { Alert, Fieldset, Stack } from '@mantine/core';
import type { FormEvent } from 'react';

import { KeptNote } from '../../common/kept-note.tsx';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { Section } from '../../common/section.tsx';
import { UnsavedGuard } from '../../common/unsaved-guard.tsx';
import { AdvancedFields } from './advanced-fields.tsx';
import { AudienceFields } from './audience-fields.tsx';
import { useFormTexts } from './form-texts.ts';
import { NameField } from './name-field.tsx';
import { SaveBar } from './save-bar.tsx';
import { SenderFields } from './sender-fields.tsx';
import { TemplateFields } from './template-fields.tsx';
import type { CampaignForm as Form } from './use-campaign-form.ts';
import { WindowFields } from './window-fields.tsx';

interface Props {
  readonly form: Form;
  readonly isNew?: boolean;
  readonly mayEdit: boolean;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onSave: () => void;
  /** Leads on from what is saved. */
  readonly onNext?: () => void;
}

/** The plan of a campaign, from its name to what is seldom needed. */
export const CampaignForm = ({ form, isNew = false, mayEdit, isBusy, error, onSave, onNext }: Props) => {
  const t = useFormTexts();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (form.check()) onSave();
  };
  return (
    <form onSubmit={save} noValidate>
      <UnsavedGuard isUnsaved={form.isUnsaved && !isBusy} onDrop={form.drop} />
      <Stack gap="lg">
        {!mayEdit && <Alert color="gray">{t('readOnly')}</Alert>}
        {form.isRestored && form.isUnsaved && <KeptNote onDrop={form.drop} />}
        <Fieldset variant="unstyled" disabled={!mayEdit}>
          <Stack gap="lg">
            <Section title={`1. ${t('name.title')}`} about={t('name.about')}>
              <NameField form={form} />
            </Section>
            <Section title={`2. ${t('sender.title')}`} about={t('sender.about')}>
              <SenderFields form={form} error={error} />
            </Section>
            <Section title={`3. ${t('template.title')}`} about={t('template.about')}>
              <TemplateFields form={form} />
            </Section>
            <Section title={`4. ${t('audience.title')}`} about={t('audience.about')}>
              <AudienceFields form={form} />
            </Section>
            <Section title={`5. ${t('window.title')}`} about={t('window.about')}>
              <WindowFields form={form} />
            </Section>
            <AdvancedFields form={form} />
          </Stack>
        </Fieldset>
        <ProblemAlert error={error} />
        {mayEdit && <SaveBar form={form} isNew={isNew} isBusy={isBusy} onNext={onNext} />}
      </Stack>
    </form>
  );
};
