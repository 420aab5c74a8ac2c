import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { useConflict } from '../../common/use-conflict.ts';
import { useVersionedDraft } from '../../common/use-versioned-draft.ts';
import { countAnew } from '../counts.ts';
import type { RuleGroup, Segment } from '../model.ts';
import { changeSegment, readSegment, SEGMENTS, segmentQuery } from './queries.ts';
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
  const saveOver = (over: string | undefined) => {
    if (rule !== undefined) change.mutate({ segmentId, form, rule, over });
  };
  const showTheirs = async () => {
    queries.setQueryData(segmentQuery(segmentId).queryKey, await readSegment(segmentId));
  };
  const conflict = useConflict({ version: draft.version, drop: draft.drop, change, saveOver, showTheirs });
  return {
    form,
    isChanged,
    isReady: isChanged && rule !== undefined && form.name.trim() !== '',
    isSaving: change.isPending,
    edit: draft.edit,
    drop: draft.drop,
    ...conflict,
  };
};

interface Sending {
  readonly segmentId: string;
  readonly form: SegmentForm;
  readonly rule: RuleGroup;
  /** Whatever is saved by then where no version is said. */
  readonly over: string | undefined;
}

const useChange = (settle: (sent: SegmentForm, version: string) => void) => {
  const t = useSegmentTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ segmentId, form, rule, over }: Sending) => {
      const version = over ?? (await readSegment(segmentId)).version;
      return changeSegment({ segmentId, version, body: { name: form.name.trim(), rule } });
    },
    // What was saved is known by the answer: nobody waits for it to be read again, which may fail.
    onSuccess: (answer, { segmentId, form }) => {
      queries.setQueryData(segmentQuery(segmentId).queryKey, answer);
      settle(form, answer.version);
      notifications.show({ message: t('saved') });
      countAnew(queries);
      void queries.invalidateQueries({ queryKey: SEGMENTS });
    },
  });
};
