import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { SendTemplateTest } from '../application/send-template-test.ts';
import { notFound, unprocessable } from './answers.ts';
import { answerTo } from './problems.ts';
import { say } from './sentences.ts';
import { TemplatePath } from './shapes.ts';
import { TemplateTestBody, testSenderOf } from './template-test-shapes.ts';

/** POST /api/campaigns/templates/{templateId}/test-sends */
export const sendTemplateTest = (send: SendTemplateTest, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: TemplatePath,
      body: TemplateTestBody,
      handle: async ({ path: { templateId }, body, correlationId }) => {
        const from = testSenderOf(body);
        if (from === undefined) return unprocessable('from', say('sender_unclear'));
        const outcome = await send({ templateId, from, recipients: body.recipients }, { correlationId });
        if (outcome.ok) return { status: 202, body: outcome.value };
        return outcome.problem.kind === 'template_not_found'
          ? notFound(say(outcome.problem.kind))
          : answerTo(outcome.problem);
      },
    },
    edge,
  );
