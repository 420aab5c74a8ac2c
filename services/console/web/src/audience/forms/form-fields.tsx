import {
  type InputWrapperProps,
  NativeSelect,
  SimpleGrid,
  Stack,
  Switch,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { useMay } from '../../app/session/session-context.tsx';
import { fieldError } from '../../common/problem.ts';
import { attributesQuery } from '../../common/queries/attributes.ts';
import { Section } from '../../common/section.tsx';
import { ListChoice } from './list-choice.tsx';
import { originOf, type Written } from './subscribe-form.ts';
import { useFormTexts } from './texts.ts';

/** What is explained stands below, so that inputs beside each other stand in a line. */
const order: Pick<InputWrapperProps, 'inputWrapperOrder'> = {
  inputWrapperOrder: ['label', 'input', 'description', 'error'],
};

interface Props {
  readonly form: Written;
  readonly onChange: (form: Written) => void;
  readonly error: unknown;
}

/** All that is decided about a form. */
export const FormFields = (props: Props) => (
  <Stack gap="lg">
    <What {...props} />
    <Mail {...props} />
    <Words {...props} />
  </Stack>
);

const What = ({ form, onChange, error }: Props) => {
  const t = useFormTexts();
  const may = useMay('author');
  const attributes = useQuery(attributesQuery());
  const set = (part: Partial<Written>) => onChange({ ...form, ...part });
  return (
    <Section title={t('part.what')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextInput
          {...order}
          label={t('name')}
          description={t('nameHint')}
          required
          maxLength={200}
          value={form.name}
          disabled={!may}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <ListChoice form={form} isFixed={!may} onChoose={(listId) => set({ listId })} />
        <TagsInput
          {...order}
          label={t('origins')}
          description={t('originsHint')}
          required
          value={form.origins}
          disabled={!may}
          maxTags={20}
          acceptValueOnBlur
          onChange={(origins) => set({ origins: [...new Set(origins.map(originOf))] })}
          error={fieldError(error, 'origins')}
        />
        <TagsInput
          {...order}
          label={t('fields')}
          description={t('fieldsHint')}
          value={form.fields}
          disabled={!may}
          data={attributes.data?.items.map(({ name }) => name) ?? []}
          maxTags={20}
          onChange={(fields) => set({ fields })}
          error={fieldError(error, 'fields')}
        />
        <NativeSelect
          {...order}
          label={t('language')}
          value={form.language}
          disabled={!may}
          data={[
            { value: 'en', label: 'English' },
            { value: 'ko', label: '한국어' },
          ]}
          onChange={(event) => set({ language: event.currentTarget.value === 'ko' ? 'ko' : 'en' })}
        />
        <TextInput
          {...order}
          label={t('redirectUrl')}
          description={t('redirectHint')}
          type="url"
          value={form.redirectUrl}
          disabled={!may}
          onChange={(event) => set({ redirectUrl: event.currentTarget.value })}
          error={fieldError(error, 'redirectUrl')}
        />
      </SimpleGrid>
    </Section>
  );
};

const Mail = ({ form, onChange, error }: Props) => {
  const t = useFormTexts();
  const may = useMay('author');
  const set = (part: Partial<Written>) => onChange({ ...form, ...part });
  return (
    <Section title={t('part.mail')}>
      <Switch
        label={t('doubleOptIn')}
        description={t('doubleOptInHint')}
        checked={form.doubleOptIn}
        disabled={!may}
        onChange={(event) => set({ doubleOptIn: event.currentTarget.checked })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextInput
          {...order}
          label={t('senderAddress')}
          description={t('senderHint')}
          type="email"
          required
          value={form.senderAddress}
          disabled={!may}
          onChange={(event) => set({ senderAddress: event.currentTarget.value })}
          error={fieldError(error, 'sender.address')}
        />
        <TextInput
          {...order}
          label={t('senderName')}
          maxLength={200}
          value={form.senderName}
          disabled={!may}
          onChange={(event) => set({ senderName: event.currentTarget.value })}
        />
      </SimpleGrid>
    </Section>
  );
};

const Words = ({ form, onChange }: Props) => {
  const t = useFormTexts();
  const may = useMay('author');
  const set = (part: Partial<Written>) => onChange({ ...form, ...part });
  return (
    <Section title={t('part.texts')}>
      <TextInput
        label={t('subject')}
        maxLength={200}
        value={form.subject}
        disabled={!may}
        onChange={(event) => set({ subject: event.currentTarget.value })}
      />
      <Textarea
        label={t('consent')}
        description={t('consentHint')}
        maxLength={800}
        autosize
        minRows={2}
        value={form.consent}
        disabled={!may}
        onChange={(event) => set({ consent: event.currentTarget.value })}
      />
    </Section>
  );
};
