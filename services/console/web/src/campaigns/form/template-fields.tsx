import { Anchor, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { templatesQuery } from '../queries.ts';
import { useFormTexts } from './form-texts.ts';
import { TemplatePreview } from './template-preview.tsx';
import type { CampaignForm } from './use-campaign-form.ts';
import { useFlaw } from './use-flaw.ts';

/** What the mail says: a template, with a look at it. */
export const TemplateFields = ({ form }: { readonly form: CampaignForm }) => {
  const t = useFormTexts();
  const flaw = useFlaw(form);
  const templates = useQuery(templatesQuery());
  const { templateId } = form.values;
  return (
    <Stack gap="md">
      <Select
        label={t('template.label')}
        placeholder={t('template.placeholder')}
        data={(templates.data ?? []).map((template) => ({ value: template.templateId, label: template.name }))}
        value={templateId === '' ? null : templateId}
        error={flaw('templateId')}
        maw="36rem"
        searchable
        withAsterisk
        allowDeselect={false}
        onChange={(chosen) => form.change({ templateId: chosen ?? templateId })}
      />
      {templates.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('template.none')}{' '}
          <Anchor underline="always" renderRoot={(props) => <Link to="/content" {...props} />}>
            {t('template.write')}
          </Anchor>
        </Text>
      )}
      {templateId !== '' && <TemplatePreview templateId={templateId} audience={form.values.audience} />}
    </Stack>
  );
};
