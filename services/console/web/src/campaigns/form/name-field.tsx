import { TextInput } from '@mantine/core';

import { useFormTexts } from './form-texts.ts';
import type { CampaignForm } from './use-campaign-form.ts';
import { useFlaw } from './use-flaw.ts';

export const NameField = ({ form }: { readonly form: CampaignForm }) => {
  const t = useFormTexts();
  const flaw = useFlaw(form);
  return (
    <TextInput
      label={t('name.label')}
      value={form.values.name}
      error={flaw('name')}
      maxLength={200}
      maw="36rem"
      withAsterisk
      onChange={({ currentTarget }) => form.change({ name: currentTarget.value })}
    />
  );
};
