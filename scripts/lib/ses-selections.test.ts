import { readFile } from 'node:fs/promises';

import { parse } from 'yaml';
import * as z from 'zod/mini';

const read = async <Schema extends z.ZodMiniType>(path: string, schema: Schema): Promise<z.infer<Schema>> =>
  // Tags of CloudFormation (!Sub, !Ref) are read as what they stand before.
  z.parse(schema, parse(await readFile(new URL(`../../${path}`, import.meta.url), 'utf8'), { logLevel: 'silent' }));

const Setting = z.object({
  stages: z.record(z.string(), z.string()),
  selections: z.record(
    z.string(),
    z.object({
      sendEvents: z.enum(['true', 'false']),
      sending: z.array(z.string()),
      engagement: z.boolean(),
    }),
  ),
});
const { stages, selections } = await read('packages/serverless-config/ses-events.yml', Setting);

const Dispatch = z.object({ custom: z.object({ selection: z.string(), sendEvents: z.string() }) });
const Feedback = z.object({ custom: z.object({ selection: z.string(), events: z.string() }) });
const Destination = z.object({
  Properties: z.object({ EventDestination: z.object({ Enabled: z.unknown(), MatchingEventTypes: z.unknown() }) }),
});
const SesEvents = z.object({
  Resources: z.object({ MailEventsDestination: Destination, EngagementDestination: Destination }),
});

describe('what SES tells of', () => {
  it.each(Object.entries(selections))('is what dispatch believes it to be (%s)', (_, { sendEvents, sending }) => {
    expect(sendEvents === 'true').toBe(sending.includes('send'));
  });

  it.each(Object.keys(selections))('holds bounces and complaints, whatever else (%s)', (name) => {
    expect(selections[name]?.sending).toEqual(expect.arrayContaining(['bounce', 'complaint']));
  });

  it('grows from selection to selection', () => {
    const sizes = Object.values(selections).map(({ sending, engagement }) => sending.length + (engagement ? 2 : 0));

    expect(sizes).toEqual(sizes.toSorted((one, other) => one - other));
  });

  it.each(Object.entries(stages))('is a selection that there is (stage %s)', (_, name) => {
    expect(Object.keys(selections)).toContain(name);
  });

  it('is one setting that both stacks read', async () => {
    const dispatch = await read('services/dispatch/serverless.yml', Dispatch);
    const feedback = await read('services/feedback/stateful/serverless.yml', Feedback);
    const { Resources } = await read('services/feedback/stateful/ses-events.yml', SesEvents);
    const path = 'packages/serverless-config/ses-events.yml';
    const selection = `\${file(${path}):stages.\${sls:stage}, file(${path}):stages.default}`;

    expect(dispatch.custom.selection.replaceAll('../../', '')).toBe(selection);
    expect(feedback.custom.selection.replaceAll('../../../', '')).toBe(selection);
    expect(dispatch.custom.sendEvents).toContain(`${path}):selections.\${self:custom.selection}.sendEvents`);
    expect(feedback.custom.events).toContain(`${path}):selections.\${self:custom.selection}}`);
    expect(Resources).toMatchObject({
      MailEventsDestination: {
        Properties: { EventDestination: { Enabled: true, MatchingEventTypes: '${self:custom.events.sending}' } },
      },
      EngagementDestination: { Properties: { EventDestination: { Enabled: '${self:custom.events.engagement}' } } },
    });
  });
});
