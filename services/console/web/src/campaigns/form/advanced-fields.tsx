import { Button, Collapse, NumberInput, Select, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId } from 'react';

import { Section } from '../../shared/section.tsx';
import { useFormTexts } from './form-texts.ts';
import type { CampaignForm } from './use-campaign-form.ts';

const POLICIES = ['usual', 'resend', 'leave'] as const;

/** What is right as it is for nearly everybody. */
export const AdvancedFields = ({ form }: { readonly form: CampaignForm }) => {
  const t = useFormTexts();
  const { doubtPolicy, settleMinutes } = form.values;
  const [isOpen, fold] = useDisclosure(doubtPolicy !== 'usual' || settleMinutes !== '');
  const id = useId();
  const Picture = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <Section
      title={`5. ${t('advanced.title')}`}
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
          <Select
            label={t('doubt.label')}
            data={POLICIES.map((value) => ({ value, label: t(`doubt.${value}`) }))}
            value={doubtPolicy}
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
            value={settleMinutes}
            onChange={(minutes) => form.change({ settleMinutes: typeof minutes === 'number' ? minutes : '' })}
          />
        </Stack>
      </Collapse>
    </Section>
  );
};
