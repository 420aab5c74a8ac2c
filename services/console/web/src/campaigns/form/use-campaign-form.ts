import { useState } from 'react';

import { leaveDraft, useDraft } from '../../common/use-draft.ts';
import { type Editing, leftAfter, readEditing } from './editing.ts';
import { type Flaw, type FlawedField, type FormValues, flawsOf, isSame } from './form-values.ts';

export interface CampaignForm {
  readonly values: FormValues;
  /** Of the campaign that these values began with. */
  readonly version: string;
  readonly isUnsaved: boolean;
  /** Whether something was found here that somebody had written before and not saved. */
  readonly isRestored: boolean;
  /** Nothing before somebody has tried to save: who has only begun is not told what is missing. */
  readonly flaws: Partial<Record<FlawedField, Flaw>>;
  readonly change: (part: Partial<FormValues>) => void;
  readonly drop: () => void;
  /** Forgets what was sent and is saved as this version now; what was written since stays. */
  readonly settle: (sent: FormValues, version: string) => void;
  /** Leaves what was written since `sent` to the page of the campaign that `sent` has become. Whether anything was. */
  readonly handOver: (campaignId: string, sent: FormValues, version: string) => boolean;
  /** Whether it can be saved; from then on flaws are shown. */
  readonly check: () => boolean;
}

const placeOf = (key: string): string => `campaign.${key}`;

/** What somebody writes into the form of a campaign: kept in the tab until it is saved or dropped. */
export const useCampaignForm = (key: string, saved: Editing): CampaignForm => {
  const { draft, keep, drop } = useDraft(placeOf(key), readEditing);
  const [isRestored, setIsRestored] = useState(() => draft !== undefined && !isSame(draft.values, saved.values));
  const [wasChecked, setWasChecked] = useState(false);
  const { values, version } = draft ?? saved;

  const forget = () => {
    setIsRestored(false);
    drop();
  };

  return {
    values,
    version,
    isUnsaved: draft !== undefined && !isSame(draft.values, saved.values),
    isRestored,
    flaws: wasChecked ? flawsOf(values) : {},
    change: (part) => keep({ version, values: { ...values, ...part } }),
    drop: forget,
    settle: (sent, newVersion) => {
      const left = leftAfter(draft, sent, newVersion);
      if (left === undefined) return forget();
      setIsRestored(false);
      keep(left);
    },
    handOver: (campaignId, sent, newVersion) => {
      const left = leftAfter(draft, sent, newVersion);
      if (left !== undefined) leaveDraft(placeOf(campaignId), left);
      forget();
      return left !== undefined;
    },
    check: () => {
      setWasChecked(true);
      return Object.keys(flawsOf(values)).length === 0;
    },
  };
};
