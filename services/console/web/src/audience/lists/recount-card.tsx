import { Alert, Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Allowed } from '../../common/allowed.tsx';
import { useFormats } from '../../common/format.ts';
import { ProblemAlert } from '../../common/problem-alert.tsx';
import { listQuery } from '../../common/queries/lists.ts';
import { Section } from '../../common/section.tsx';
import { recountList } from './queries.ts';
import { useListTexts } from './texts.ts';

/** For whoever does not believe the counters. */
export const RecountCard = ({ listId }: { readonly listId: string }) => {
  const t = useListTexts();
  const formats = useFormats();
  const queries = useQueryClient();
  const recount = useMutation({
    mutationFn: () => recountList(listId),
    onSuccess: ({ members, unsubscribed }) => {
      queries.setQueryData(listQuery(listId).queryKey, (list) => list && { ...list, members, unsubscribed });
      void queries.invalidateQueries({ queryKey: ['audience', 'lists'] });
    },
  });
  const { corrected } = recount.data ?? {};
  const isRight = corrected?.members === 0 && corrected.unsubscribed === 0;
  return (
    <Section title={t('recount.title')} about={t('recount.about')}>
      <Group>
        <Allowed role="administrator">
          {(may) => (
            <Button variant="default" disabled={!may} loading={recount.isPending} onClick={() => recount.mutate()}>
              {t('recount.do')}
            </Button>
          )}
        </Allowed>
      </Group>
      {corrected !== undefined && (
        <Alert color={isRight ? 'teal' : 'yellow'} role="status">
          {isRight
            ? t('recount.right')
            : t('recount.mended', {
                members: formats.count(corrected.members),
                unsubscribed: formats.count(corrected.unsubscribed),
              })}
        </Alert>
      )}
      <ProblemAlert error={recount.error} />
    </Section>
  );
};
