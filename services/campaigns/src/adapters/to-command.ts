import { message } from '@bulkhead/contracts';

import type { Cause, Command } from '../application/ports.ts';
import { toExclusion } from './to-exclusion.ts';
import { toWishes } from './to-wishes.ts';

/** A command as it waits in the own queue. Its id says what was asked for: asking twice is asking once. */
export const toCommand = (asked: Command, cause: Cause, time: Date) => {
  const about = { source: 'campaigns', time, cause } as const;
  switch (asked.command) {
    case 'launch': {
      const { command: _, ...data } = asked;
      const id = `${data.campaignId}:launch:${data.version}`;
      return message({ ...about, id, type: 'launch_campaign.v1', subject: data.campaignId, data });
    }
    case 'schedule': {
      const { command: _, ...data } = asked;
      const { localTime } = data;
      const sendAt = data.sendAt.toISOString();
      const time = localTime ? `${localTime.at}:${localTime.field}:${localTime.otherwise}` : sendAt;
      const id = `${data.campaignId}:schedule:${data.version}:${time}`;
      return message({
        ...about,
        id,
        type: 'schedule_campaign.v1',
        subject: data.campaignId,
        data: { ...data, sendAt },
      });
    }
    case 'unschedule': {
      const { command: _, ...data } = asked;
      const id = `${data.campaignId}:unschedule:${data.version}`;
      return message({ ...about, id, type: 'unschedule_campaign.v1', subject: data.campaignId, data });
    }
    case 'change_control': {
      const { command: _, requestId, exclude, ...rest } = asked;
      const data = { ...rest, ...(exclude && { exclude: toExclusion(exclude) }) };
      const id = `${data.runId}:${data.control}:${requestId}`;
      return message({ ...about, id, type: 'change_run_control.v1', subject: data.runId, data });
    }
    case 'retry': {
      const { command: _, ...data } = asked;
      const id = `${data.runId}:retry:${data.attempt}`;
      return message({ ...about, id, type: 'resume_failed_run.v1', subject: data.runId, data });
    }
    case 'complete': {
      const { command: _, reconsider = [], ...data } = asked;
      const id = [data.runId, 'complete', data.attempt, ...reconsider].join(':');
      return message({
        ...about,
        id,
        type: 'complete_run.v1',
        subject: data.runId,
        data: { ...data, ...toWishes(reconsider) },
      });
    }
    case 'request_test': {
      const { command: _, ...data } = asked;
      const id = `${data.testId}:request`;
      return message({ ...about, id, type: 'request_test_send.v1', subject: data.campaignId, data });
    }
  }
};
