import { Button, Collapse, NumberInput, Select, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId } from 'react';

import { Section } from '../../common/section.tsx';
import { useFormTexts } from './form-texts.ts';
import type { FormValues } from './form-values.ts';
import { BOUNDS } from './guardrail-values.ts';
import type { CampaignForm } from './use-campaign-form.ts';

interface Props {
  readonly form: CampaignForm;
}

const POLICIES = ['usual', 'resend', 'leave'] as const;

/** What is right as it is for nearly everybody. */
export const AdvancedFields = ({ form }: Props) => {
  const t = useFormTexts();
  const [isOpen, fold] = useDisclosure(isUnusual(form.values));
  const id = useId();
  const Picture = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <Section
      title={`6. ${t('advanced.title')}`}
      about={t('advanced.about')}
      aside={
        <Button
          variant="subtle"
          size="compact-sm"
          rightSection={<Picture size={16} aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={fold.toggle}
        >
          {t(isOpen ? 'advanced.hide' : 'advanced.show')}
        </Button>
      }
    >
      <Collapse expanded={isOpen} id={id}>
        <Stack gap="md" maw="36rem">
          <DoubtFields form={form} />
          <GuardrailField form={form} limit="hardBounces" />
          <GuardrailField form={form} limit="complaints" />
        </Stack>
      </Collapse>
    </Section>
  );
};

const isUnusual = ({ doubtPolicy, settleMinutes, hardBounces, complaints }: FormValues): boolean =>
  doubtPolicy !== 'usual' || [settleMinutes, hardBounces, complaints].some((value) => value !== '');

const DoubtFields = ({ form }: Props) => {
  const t = useFormTexts();
  return (
    <>
      <Select
        label={t('doubt.label')}
        data={POLICIES.map((value) => ({ value, label: t(`doubt.${value}`) }))}
        value={form.values.doubtPolicy}
        allowDeselect={false}
        onChange={(word) => form.change({ doubtPolicy: POLICIES.find((policy) => policy === word) ?? 'usual' })}
      />
      <NumberInput
        label={t('settle.label')}
        description={t('settle.about')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        min={5}
        max={1_440}
        allowDecimal={false}
        value={form.values.settleMinutes}
        onChange={(minutes) => form.change({ settleMinutes: typeof minutes === 'number' ? minutes : '' })}
      />
    </>
  );
};

interface GuardrailProps extends Props {
  readonly limit: keyof typeof BOUNDS;
}

/** A campaign may be more careful than usual; never less than SES wants it. */
const GuardrailField = ({ form, limit }: GuardrailProps) => {
  const t = useFormTexts();
  const { usual, least, most } = BOUNDS[limit];
  return (
    <NumberInput
      label={t(`guardrail.${limit}`)}
      description={t('guardrail.about', { usual, most })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      suffix=" %"
      min={least}
      max={most}
      step={least}
      decimalScale={3}
      value={form.values[limit]}
      onChange={(percent) => form.change({ [limit]: typeof percent === 'number' ? percent : '' })}
    />
  );
};
