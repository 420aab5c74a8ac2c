import { message } from '@bulkhead/contracts';

import type { Cause, Command } from '../application/ports.ts';

/** A command as it waits in the own queue. Its id says what was asked for: asking twice is asking once. */
export const toCommand = (command: Command, cause: Cause, time: Date) => {
  const source = 'campaigns';
  switch (command.command) {
    case 'launch': {
      const { campaignId, version } = command;
      const id = `${campaignId}:launch:${version}`;
      const data = { campaignId, version };
      return message({ id, type: 'launch_campaign.v1', source, subject: campaignId, time, cause, data });
    }
    case 'schedule': {
      const { campaignId, version } = command;
      const sendAt = command.sendAt.toISOString();
      const id = `${campaignId}:schedule:${version}:${sendAt}`;
      const data = { campaignId, version, sendAt };
      return message({ id, type: 'schedule_campaign.v1', source, subject: campaignId, time, cause, data });
    }
    case 'unschedule': {
      const { campaignId, version } = command;
      const id = `${campaignId}:unschedule:${version}`;
      const data = { campaignId, version };
      return message({ id, type: 'unschedule_campaign.v1', source, subject: campaignId, time, cause, data });
    }
    case 'change_control': {
      const { runId, control, requestId } = command;
      const id = `${runId}:${control}:${requestId}`;
      const data = { runId, control };
      return message({ id, type: 'change_run_control.v1', source, subject: runId, time, cause, data });
    }
    case 'retry': {
      const { runId, attempt } = command;
      const id = `${runId}:retry:${attempt}`;
      return message({ id, type: 'resume_failed_run.v1', source, subject: runId, time, cause, data: { runId } });
    }
    case 'request_test': {
      const { testId, campaignId, test } = command;
      const id = `${testId}:request`;
      const data = { testId, campaignId, test };
      return message({ id, type: 'request_test_send.v1', source, subject: campaignId, time, cause, data });
    }
  }
};
