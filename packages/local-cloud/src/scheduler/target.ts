import * as z from 'zod/mini';

import { invalid } from './problem.ts';

/** What a schedule does when it is due. */
export type Action =
  | {
      readonly kind: 'start_execution';
      readonly stateMachineArn: string;
      readonly name: string | undefined;
      readonly input: string;
    }
  | { readonly kind: 'invoke_function'; readonly functionArn: string; readonly payload: string };

const UNIVERSAL = 'arn:aws:scheduler:::aws-sdk:sfn:startExecution';
const STATE_MACHINE = /^arn:aws[\w-]*:states:[\w-]+:\d{12}:stateMachine:[^:]+$/;
const FUNCTION = /^arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:[^:]+(:[^:]+)?$/;

const SUPPORTED =
  `Supported here: ${UNIVERSAL} with the Input {"StateMachineArn", "Name", "Input"}, ` +
  'the ARN of a state machine, the ARN of a function.';

const StartExecutionInput = z.strictObject({
  StateMachineArn: z.string().check(z.regex(STATE_MACHINE)),
  Name: z.optional(z.string()),
  Input: z.optional(z.string()),
});

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('The Input of the target is not JSON.');
  }
};

const readUniversal = (input: string): Action => {
  const parsed = z.safeParse(StartExecutionInput, jsonOf(input));
  if (!parsed.success) throw invalid(`The Input of the target is not one of startExecution. ${SUPPORTED}`);
  const { StateMachineArn: stateMachineArn, Name: name, Input = '{}' } = parsed.data;
  return { kind: 'start_execution', stateMachineArn, name, input: Input };
};

/**
 * Reads a target as what it will do.
 *
 * @throws Refusal `ValidationException`, saying what is supported
 */
export const readTarget = ({
  Arn,
  Input = '{}',
}: {
  readonly Arn: string;
  readonly Input?: string | undefined;
}): Action => {
  if (Arn === UNIVERSAL) return readUniversal(Input);
  if (STATE_MACHINE.test(Arn)) {
    jsonOf(Input);
    return { kind: 'start_execution', stateMachineArn: Arn, name: undefined, input: Input };
  }
  if (FUNCTION.test(Arn)) {
    jsonOf(Input);
    return { kind: 'invoke_function', functionArn: Arn, payload: Input };
  }
  throw invalid(`The target ${Arn} is not supported. ${SUPPORTED}`);
};
