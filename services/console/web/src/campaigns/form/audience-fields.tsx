import { Anchor, MultiSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { useFormats } from '../../common/format.ts';
import { useListChoices } from '../../common/use-lists.ts';
import { useSegmentChoices } from '../use-segments.ts';
import { type AudienceChoice, MOST, without } from './audience-choice.ts';
import { AudienceEstimate } from './audience-estimate.tsx';
import { useFormTexts } from './form-texts.ts';
import type { CampaignForm } from './use-campaign-form.ts';
import { useFlaw } from './use-flaw.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Who gets the mail, and how many that are. */
export const AudienceFields = ({ form }: { readonly form: CampaignForm }) => {
  const t = useFormTexts();
  const flaw = useFlaw(form);
  const chosen = form.values.audience;
  const { lists, segments, hasNone, look, lookForSegment } = useChoices(chosen);
  const change = (part: Partial<AudienceChoice>) => form.change({ audience: { ...chosen, ...mutable(part) } });
  return (
    <Stack gap="md">
      {hasNone && (
        <Text size="sm" c="dimmed">
          {t('audience.noLists')}{' '}
          <Anchor renderRoot={(props) => <Link to="/audience" {...props} />}>{t('audience.import')}</Anchor>
        </Text>
      )}
      <Chooser
        label={t('audience.lists')}
        about={t('audience.lists.about')}
        choices={without(lists, chosen.exclude)}
        most={MOST.lists}
        value={chosen.lists}
        error={flaw('audience')}
        isRequired
        onLook={look}
        onChange={(ids) => change({ lists: ids })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Chooser
          label={t('audience.segments')}
          choices={without(segments, chosen.excludeSegments)}
          most={MOST.segments}
          value={chosen.segments}
          onLook={lookForSegment}
          onChange={(ids) => change({ segments: ids })}
        />
        <Chooser
          label={t('audience.excludeSegments')}
          choices={without(segments, chosen.segments)}
          most={MOST.excludeSegments}
          value={chosen.excludeSegments}
          onLook={lookForSegment}
          onChange={(ids) => change({ excludeSegments: ids })}
        />
        <Chooser
          label={t('audience.exclude')}
          choices={without(lists, chosen.lists)}
          most={MOST.exclude}
          value={chosen.exclude}
          onLook={look}
          onChange={(ids) => change({ exclude: ids })}
        />
      </SimpleGrid>
      <AudienceEstimate choice={chosen} />
    </Stack>
  );
};

const mutable = (part: Partial<AudienceChoice>) =>
  Object.fromEntries(Object.entries(part).map(([name, ids]) => [name, [...ids]]));

const useChoices = ({ lists: mailed, exclude, segments: matching, excludeSegments }: AudienceChoice) => {
  const t = useFormTexts();
  const { count } = useFormats();
  const { lists, isKnown, look } = useListChoices([...mailed, ...exclude]);
  const { segments, look: lookForSegment } = useSegmentChoices([...matching, ...excludeSegments]);
  const optionOf = (name: string, members: number) => t('audience.option', { name, members: count(members) });
  return {
    lists: lists.map(({ listId, name, members }) => ({ value: listId, label: optionOf(name, members) })),
    segments: segments.map(({ segmentId, name }) => ({ value: segmentId, label: name })),
    hasNone: isKnown && lists.length === 0,
    look,
    lookForSegment,
  };
};

interface ChooserProps {
  readonly label: string;
  readonly about?: string;
  readonly choices: readonly Choice[];
  readonly most: number;
  readonly value: readonly string[];
  readonly error?: string | false;
  readonly isRequired?: boolean;
  /** Hears what is typed, where not everything can be shown. */
  readonly onLook?: (typed: string) => void;
  readonly onChange: (ids: readonly string[]) => void;
}

const Chooser = (props: ChooserProps) => {
  const { label, about, choices, most, value, error = false, isRequired = false, onLook, onChange } = props;
  const t = useFormTexts();
  return (
    <MultiSelect
      label={label}
      description={about}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={value.length === 0 ? t('audience.placeholder') : ''}
      data={[...choices]}
      value={[...value]}
      maxValues={most}
      error={error}
      searchable
      clearable
      hidePickedOptions
      limit={100}
      withAsterisk={isRequired}
      {...(onLook && { onSearchChange: onLook })}
      onChange={onChange}
    />
  );
};
