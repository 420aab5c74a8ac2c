import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { attributesQuery } from '../../common/queries/attributes.ts';
import { sendersQuery } from '../../common/queries/senders.ts';
import type { Campaign } from '../campaign.ts';
import { type AudienceChoice, fromPlan } from '../form/audience-choice.ts';
import { estimateQuery } from '../form/estimate-query.ts';
import { zoneFields } from './local-time.ts';
import { type Said, wishOf } from './send-wish.ts';
import { ownZone } from './zoned-time.ts';
import { zonesQuery } from './zones-query.ts';

/** When a campaign shall go out, while somebody chooses it: by the clocks of its sender unless they say otherwise. */
export const useScheduleForm = (campaign: Campaign) => {
  const usual = useSenderZone(campaign);
  const attributes = useQuery(attributesQuery());
  const audience = fromPlan(campaign);
  const people = useQuery(estimateQuery(audience)).data?.sample ?? [];
  const fields = zoneFields(attributes.data?.items ?? [], people);
  const likely = fields.find(({ isLikely }) => isLikely)?.name ?? '';
  const [changed, setChanged] = useState<Partial<Said>>({});
  const said: Said = { clock: 'one', wall: '', zone: usual, field: likely, ...changed };
  const zones = useZones(audience, said);
  return {
    said,
    usual,
    /** In which zones people are; nothing before it is known. */
    zones: zones.data,
    zonesError: zones.error,
    askAgain: () => void zones.refetch(),
    /** Nothing before they are known. */
    fields: attributes.data && fields,
    error: attributes.error,
    wish: wishOf(said, new Date()),
    say: (part: Partial<Said>) => setChanged({ ...changed, ...part }),
  };
};

export type ScheduleForm = ReturnType<typeof useScheduleForm>;

const useZones = (audience: AudienceChoice, { clock, field }: Said) =>
  useQuery(zonesQuery(audience, clock === 'own' ? field : ''));

/** Where the people of the sender work, if it is one that is set up; else where whoever plans is. */
const useSenderZone = ({ senderId }: Campaign): string => {
  const senders = useQuery(sendersQuery());
  return senders.data?.find((sender) => sender.senderId === senderId)?.timeZone ?? ownZone();
};
