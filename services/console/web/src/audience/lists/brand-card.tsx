import { Box, Button, ColorInput, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SyntheticEvent } from 'react';
import { Allowed } from '../../common/allowed.tsx';
import { KeptNote } from '../../common/kept-note.tsx';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { listQuery } from '../../common/queries/lists.ts';
import { Section } from '../../common/section.tsx';
import { useDraft } from '../../common/use-draft.ts';
import type { DescribedList } from '../model.ts';
import { brandOf, isSameBrand, readBrand, toBrand, withBrand } from './brand-form.ts';
import { isColour, lettersOn } from './colour.ts';
import { type Brand, brandList } from './queries.ts';
import { useListTexts } from './texts.ts';

const PLAIN = '#0b667d';

/** How the pages look that people reach from the mails of a list. */
export const BrandCard = ({ list }: { readonly list: DescribedList }) => {
  const t = useListTexts();
  const { draft, isRestored, keep, drop } = useDraft(`brand.${list.listId}`, readBrand);
  const { name, colour } = draft ?? brandOf(list.brand);
  const isWrong = colour !== '' && !isColour(colour);
  const save = useSaveBrand(list.listId, (saved) => {
    if (draft === undefined || saved === null || isSameBrand(toBrand(draft), saved)) drop();
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    save.mutate(toBrand({ name, colour }));
  };
  return (
    <Section title={t('brand.title')} about={t('brand.about')}>
      <form onSubmit={submit}>
        <Group align="flex-start" gap="xl">
          <Stack flex={1} miw={240} maw={420}>
            {isRestored && <KeptNote onDrop={drop} />}
            <TextInput
              label={t('brand.name')}
              value={name}
              maxLength={100}
              onChange={(event) => keep({ name: event.currentTarget.value, colour })}
            />
            <ColorInput
              label={t('brand.colour')}
              description={t('brand.colourHint')}
              value={colour}
              onChange={(chosen) => keep({ name, colour: chosen })}
              error={isWrong ? t('brand.colourWrong') : undefined}
              format="hex"
              fixOnBlur={false}
              withEyeDropper={false}
            />
            <Allowed role="author">
              {(may) => (
                <Group gap="xs">
                  <Button type="submit" loading={save.isPending} disabled={!may || isWrong || name.trim() === ''}>
                    {t('brand.save')}
                  </Button>
                  {list.brand && (
                    <Button variant="default" disabled={!may} onClick={() => save.mutate(null)}>
                      {t('brand.plain')}
                    </Button>
                  )}
                </Group>
              )}
            </Allowed>
            <ProblemAlert error={save.error} />
          </Stack>
          <Example name={name.trim() || list.name} colour={isColour(colour) ? colour : PLAIN} />
        </Group>
      </form>
    </Section>
  );
};

const useSaveBrand = (listId: string, whenSaved: (saved: Brand | null) => void) => {
  const t = useListTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (brand: Brand | null) => brandList(listId, brand),
    onSuccess: ({ brand }, saved) => {
      const { queryKey } = listQuery(listId);
      queries.setQueryData(queryKey, (list) => list && withBrand(list, brand));
      notifications.show({ message: t('brand.saved') });
      whenSaved(saved);
      void queries.invalidateQueries({ queryKey, exact: true });
    },
  });
};

/** As readers will see it: their pages are white, whatever this one is. */
const Example = ({ name, colour }: Brand & { readonly colour: string }) => {
  const t = useListTexts();
  return (
    <Paper withBorder p="lg" radius="md" bg="#ffffff" c="#1a1a1a" w={240} aria-hidden>
      <Text fw={600} mb="sm" style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Text>
      <Box px="md" py={6} bg={colour} c={lettersOn(colour)} style={{ borderRadius: 4, width: 'fit-content' }}>
        {t('brand.preview')}
      </Box>
    </Paper>
  );
};
