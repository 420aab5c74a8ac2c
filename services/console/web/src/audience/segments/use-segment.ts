import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { settleConflict } from '../../common/settle-conflict.ts';
import { useVersionedDraft } from '../../common/use-versioned-draft.ts';
import { countAnew } from '../counts.ts';
import type { RuleGroup, Segment } from '../model.ts';
import { changeSegment, SEGMENTS, segmentQuery } from './queries.ts';
import { completeRule, isSameForm, readSegmentForm, type SegmentForm, toDraft } from './rule.ts';
import { useSegmentTexts } from './texts.ts';

/** A segment while somebody edits it. */
export const useSegment = (segment: Segment, version: string) => {
  const queries = useQueryClient();
  const { segmentId } = segment;
  const saved: SegmentForm = { name: segment.name, rule: toDraft(segment.rule) };
  const draft = useVersionedDraft({
    key: `segment.${segmentId}`,
    read: readSegmentForm,
    saved: { version, values: saved },
  });
  const form = draft.values;
  const rule = completeRule(form.rule);
  const isChanged = !isSameForm(form, saved);

  const change = useChange(draft.settle);
  const saveOver = (over: string) => {
    if (rule !== undefined) change.mutate({ segmentId, form, rule, over });
  };
  const readAgain = () => queries.fetchQuery({ ...segmentQuery(segmentId), staleTime: 0 });
  return {
    form,
    isChanged,
    isReady: isChanged && rule !== undefined && form.name.trim() !== '',
    isSaving: change.isPending,
    edit: draft.edit,
    drop: draft.drop,
    ...settleConflict({ version: draft.version, drop: draft.drop, change, saveOver, readAgain }),
  };
};

interface Sending {
  readonly segmentId: string;
  readonly form: SegmentForm;
  readonly rule: RuleGroup;
  readonly over: string;
}

const useChange = (settle: (sent: SegmentForm, version: string) => void) => {
  const t = useSegmentTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ segmentId, form, rule, over }: Sending) =>
      changeSegment({ segmentId, version: over, body: { name: form.name.trim(), rule } }),
    onSuccess: async ({ version }, { form }) => {
      notifications.show({ message: t('saved') });
      countAnew(queries);
      await queries.invalidateQueries({ queryKey: SEGMENTS });
      settle(form, version);
    },
  });
};
