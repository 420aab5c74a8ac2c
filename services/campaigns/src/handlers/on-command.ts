import {
  ChangeRunControlV1,
  CompleteRunV1,
  causedBy,
  LaunchCampaignV1,
  RequestTestSendV1,
  ResumeFailedRunV1,
  ScheduleCampaignV1,
  UnscheduleCampaignV1,
} from '@bulkhead/contracts';
import { PermanentError, type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { CompleteRun, RetryRun } from '../application/begin-attempt.ts';
import type { ChangeRunControl } from '../application/change-run-control.ts';
import type { Announcements } from '../application/ports.ts';
import type { LaunchCampaign, ScheduleCampaign, UnscheduleCampaign } from '../application/start-run.ts';
import { type Result, succeed } from '../domain/result.ts';

const Command = z.discriminatedUnion('type', [
  LaunchCampaignV1,
  ScheduleCampaignV1,
  UnscheduleCampaignV1,
  ChangeRunControlV1,
  ResumeFailedRunV1,
  CompleteRunV1,
  RequestTestSendV1,
]);
type Command = z.infer<typeof Command>;

export interface Obedience {
  readonly launchCampaign: LaunchCampaign;
  readonly scheduleCampaign: ScheduleCampaign;
  readonly unscheduleCampaign: UnscheduleCampaign;
  readonly retryRun: RetryRun;
  readonly completeRun: CompleteRun;
  readonly changeRunControl: ChangeRunControl;
  readonly announcements: Announcements;
}

const toScheduling = ({ campaignId, version, sendAt, localTime }: ScheduleCampaignV1['data']) => ({
  campaignId,
  version,
  sendAt: new Date(sendAt),
  ...(localTime && { localTime }),
});

// oxlint-disable-next-line complexity -- one flat table
const obeyed = async (obey: Obedience, command: Command): Promise<Result<unknown, { readonly kind: string }>> => {
  const cause = causedBy(command);
  const commandId = command.id;
  const askedAt = new Date(command.time);
  switch (command.type) {
    case 'launch_campaign.v1':
      return obey.launchCampaign({ commandId, ...command.data }, cause);
    case 'schedule_campaign.v1':
      return obey.scheduleCampaign({ commandId, ...toScheduling(command.data) }, cause);
    case 'unschedule_campaign.v1':
      return obey.unscheduleCampaign({ commandId, ...command.data });
    case 'resume_failed_run.v1':
      return obey.retryRun({ commandId, ...command.data, askedAt }, cause);
    case 'complete_run.v1': {
      const { reconsider = [], readmit, ...asked } = command.data;
      const those = [...reconsider, ...(readmit ? (['suppressed'] as const) : [])];
      return obey.completeRun({ commandId, ...asked, askedAt, reconsider: those }, cause);
    }
    case 'change_run_control.v1': {
      const { runId, control, reason, attempt = 1, exclude } = command.data;
      const change = {
        runId,
        control,
        attempt,
        askedAt,
        ...(reason !== undefined && { reason }),
        ...(exclude && { exclude: { domains: exclude.domains ?? [], imports: exclude.imports ?? [] } }),
      };
      return succeed(await obey.changeRunControl(change, cause));
    }
    case 'request_test_send.v1':
      return succeed(await obey.announcements.announce([{ fact: 'test_requested', ...command.data }], cause));
  }
};

/** A command → the change it asks for, and what others must hear of it. */
export const onCommand = (obey: Obedience, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: Command,
      handle: async (command) => {
        const outcome = await obeyed(obey, command);
        if (outcome.ok) return;
        throw new PermanentError({
          code: outcome.problem.kind,
          message: `${command.type} came too late or for nothing: ${outcome.problem.kind}`,
          details: { subject: command.subject ?? '' },
        });
      },
    },
    edge,
  );
