import { Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';

import { useMay } from '../../app/session/session-context.tsx';
import { Asked } from '../../common/asked.tsx';
import { attributesQuery } from '../../common/queries/attributes.ts';
import { Section } from '../../common/section.tsx';
import { completeRule, type SegmentForm as Form } from './rule.ts';
import { RuleBuilder } from './rule-builder.tsx';
import { SegmentCount } from './segment-count.tsx';
import { useSegmentTexts } from './texts.ts';

interface Props {
  readonly form: Form;
  readonly onChange: (form: Form) => void;
}

const TYPING_MS = 500;

/** The name and the rule of a segment, and whom it comes to. */
export const SegmentForm = ({ form, onChange }: Props) => {
  const t = useSegmentTexts();
  const may = useMay('author');
  const attributes = useQuery(attributesQuery());
  const [settled] = useDebouncedValue(form.rule, TYPING_MS);
  return (
    <Stack gap="lg">
      <TextInput
        label={t('name')}
        description={t('nameHint')}
        value={form.name}
        maxLength={200}
        required
        maw={480}
        disabled={!may}
        onChange={(event) => onChange({ ...form, name: event.currentTarget.value })}
      />
      <Section title={t('rule.title')} about={t('rule.about')}>
        <Asked of={attributes}>
          {({ items }) => (
            <RuleBuilder
              attributes={items}
              rule={form.rule}
              isReadOnly={!may}
              onChange={(rule) => onChange({ ...form, rule })}
            />
          )}
        </Asked>
      </Section>
      <SegmentCount rule={completeRule(settled)} />
    </Stack>
  );
};
