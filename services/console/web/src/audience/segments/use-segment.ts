import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { isConflict } from '../../shared/problem.ts';
import { useDraft } from '../../shared/use-draft.ts';
import type { Segment } from '../model.ts';
import { changeSegment, SEGMENTS, segmentQuery } from './queries.ts';
import { completeRule, isSameForm, readSegmentForm, type SegmentForm, toDraft } from './rule.ts';
import { useSegmentTexts } from './texts.ts';

/** A segment while somebody edits it. */
export const useSegment = (segment: Segment, version: string) => {
  const t = useSegmentTexts();
  const queries = useQueryClient();
  const { segmentId } = segment;
  const { draft, keep, drop } = useDraft(`segment.${segmentId}`, readSegmentForm);
  const saved: SegmentForm = { name: segment.name, rule: toDraft(segment.rule) };
  const form = draft ?? saved;
  const rule = completeRule(form.rule);
  const isChanged = !isSameForm(form, saved);

  const change = useMutation({
    mutationFn: changeSegment,
    onSuccess: async () => {
      notifications.show({ message: t('saved') });
      await queries.invalidateQueries({ queryKey: SEGMENTS });
      drop();
    },
  });
  const saveOver = (over: string) => {
    if (rule !== undefined) change.mutate({ segmentId, version: over, body: { name: form.name.trim(), rule } });
  };
  const readAgain = () => queries.fetchQuery({ ...segmentQuery(segmentId), staleTime: 0 });
  return {
    form,
    isChanged,
    isReady: isChanged && rule !== undefined && form.name.trim() !== '',
    isSaving: change.isPending,
    error: isConflict(change.error) ? null : change.error,
    hasConflict: isConflict(change.error),
    edit: keep,
    drop,
    save: () => saveOver(version),
    saveMine: async () => saveOver((await readAgain()).version),
    takeTheirs: async () => {
      await readAgain();
      drop();
      change.reset();
    },
    later: () => change.reset(),
  };
};
