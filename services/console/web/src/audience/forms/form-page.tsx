import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';

import { Asked } from '../../common/asked.tsx';
import { EditGuards } from '../../common/edit-guards.tsx';
import { Page } from '../../common/page.tsx';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { SaveButton } from '../../common/save-button.tsx';
import type { FormWithHtml } from '../model.ts';
import { useAudienceTexts } from '../texts.ts';
import { DeleteForm } from './delete-form.tsx';
import { FormFields } from './form-fields.tsx';
import { FormHtml } from './form-html.tsx';
import { formQuery } from './queries.ts';
import { useFormTexts } from './texts.ts';
import { useFormEdit } from './use-form-edit.ts';

export const FormPage = () => {
  const { formId } = useParams({ from: '/audience/forms/$formId' });
  const t = useFormTexts();
  const audience = useAudienceTexts();
  const form = useQuery(formQuery(formId));
  if (form.data !== undefined) return <Editor key={formId} saved={form.data.data} version={form.data.version} />;
  return (
    <Page title={t('form')} back={{ to: '/audience/forms', label: audience('forms') }}>
      <Asked of={form}>{() => null}</Asked>
    </Page>
  );
};

interface Props {
  readonly saved: FormWithHtml;
  readonly version: string;
}

const Editor = ({ saved, version }: Props) => {
  const t = useFormTexts();
  const audience = useAudienceTexts();
  const edit = useFormEdit(saved, version);
  return (
    <Page
      title={saved.name}
      back={{ to: '/audience/forms', label: audience('forms') }}
      action={
        <Group gap="xs">
          <DeleteForm form={saved} />
          <SaveButton isReady={edit.isReady} isSaving={edit.isSaving} onSave={edit.save}>
            {t('save')}
          </SaveButton>
        </Group>
      }
    >
      <ProblemAlert error={edit.error} />
      <FormHtml form={saved} />
      <FormFields form={edit.form} onChange={edit.edit} error={edit.error} />
      <EditGuards edit={edit} />
    </Page>
  );
};
