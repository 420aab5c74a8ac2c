import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SFNClient } from '@aws-sdk/client-sfn';
import { deriveText } from './adapters/derive-text.ts';
import { DynamoCampaigns } from './adapters/dynamo-campaigns.ts';
import { DynamoControls } from './adapters/dynamo-controls.ts';
import { DynamoMedia } from './adapters/dynamo-media.ts';
import { DynamoRunFacts } from './adapters/dynamo-run-facts.ts';
import { DynamoRuns } from './adapters/dynamo-runs.ts';
import { DynamoSenders } from './adapters/dynamo-senders.ts';
import { DynamoTaskTokens } from './adapters/dynamo-task-tokens.ts';
import { DynamoTemplates } from './adapters/dynamo-templates.ts';
import { SchedulerSchedules } from './adapters/scheduler-schedules.ts';
import { SfnExecutions } from './adapters/sfn-executions.ts';
import { SfnWaitingStates } from './adapters/sfn-waiting-states.ts';
import { makeCompleteRun, makeRetryRun } from './application/begin-attempt.ts';
import { makeChangeRunControl } from './application/change-run-control.ts';
import { makeEndRun, makeFailRun } from './application/end-run.ts';
import { makeFreezeContent } from './application/freeze-content.ts';
import { makeHearRunFacts } from './application/hear-run-facts.ts';
import { makePlanRun } from './application/plan-run.ts';
import { makeRequestRunStep } from './application/request-run-step.ts';
import { makeLaunchCampaign, makeScheduleCampaign, makeUnscheduleCampaign } from './application/start-run.ts';
import { makeBeatStep, makeFailStep, makeWakeRun } from './application/wake-run.ts';
import {
  clock,
  composeAnnouncements,
  composeEdge,
  composeExchange,
  composeQueueEdge,
  composeTable,
} from './composition.ts';
import { loadStateMachineConfig } from './config.ts';

const composeRuns = () => {
  const table = composeTable();
  const tokens = new DynamoTaskTokens(table, clock.now);
  const waiting = new SfnWaitingStates(new SFNClient({}));
  const needs = {
    campaigns: new DynamoCampaigns(table),
    templates: new DynamoTemplates(table),
    runs: new DynamoRuns(table),
    facts: new DynamoRunFacts(table),
    tokens,
    announcements: composeAnnouncements(),
    wakeRun: makeWakeRun({ tokens, waiting }),
    failStep: makeFailStep({ tokens, waiting }),
    beatStep: makeBeatStep({ tokens, waiting }),
    clock,
  };
  return { ...needs, changeRunControl: makeChangeRunControl({ ...needs, controls: new DynamoControls(table) }) };
};

/** The consumer of the commands queue. */
export const composeCommandConsumer = () => {
  const needs = composeRuns();
  const {
    STATE_MACHINE_ARN: stateMachineArn,
    SCHEDULE_GROUP: group,
    SCHEDULE_ROLE_ARN: roleArn,
    SCHEDULE_DLQ_ARN: dlqArn,
  } = loadStateMachineConfig();
  const executions = new SfnExecutions(new SFNClient({}), stateMachineArn);
  const schedules = new SchedulerSchedules(new SchedulerClient({}), { group, roleArn, dlqArn, stateMachineArn });
  const all = { ...needs, executions, schedules };
  return {
    edge: composeQueueEdge(),
    obey: {
      launchCampaign: makeLaunchCampaign(all),
      scheduleCampaign: makeScheduleCampaign(all),
      unscheduleCampaign: makeUnscheduleCampaign(all),
      retryRun: makeRetryRun(all),
      completeRun: makeCompleteRun(all),
      changeRunControl: needs.changeRunControl,
      announcements: needs.announcements,
    },
  };
};

/** The consumer of the run-requests queue. */
export const composeRunRequests = () => ({
  edge: composeQueueEdge(),
  requestRunStep: makeRequestRunStep(composeRuns()),
});

/** The consumer of the run-facts queue. */
export const composeRunFacts = () => ({ edge: composeQueueEdge(), heard: makeHearRunFacts(composeRuns()) });

/** The first state of a run. */
export const composeFreezing = () => {
  const table = composeTable();
  return {
    edge: composeEdge(),
    freezeContent: makeFreezeContent({
      campaigns: new DynamoCampaigns(table),
      templates: new DynamoTemplates(table),
      runs: new DynamoRuns(table),
      exchange: composeExchange(),
      announcements: composeAnnouncements(),
      clock,
      deriveText,
      media: new DynamoMedia(table),
      senders: new DynamoSenders(table),
    }),
  };
};

/** The other states of a run. */
export const composeRunStates = () => {
  const needs = composeRuns();
  const endRun = makeEndRun(needs);
  return {
    edge: composeEdge(),
    planRun: makePlanRun(needs),
    endRun,
    failRun: makeFailRun({ ...needs, endRun }),
  };
};
