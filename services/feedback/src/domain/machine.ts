import { machineRules } from './machine-rules.ts';

/** Whether who calls itself so is known to be a machine. */
export const isMachine = (userAgent: string | undefined): boolean => {
  const name = userAgent?.trim() ?? '';
  return machineRules.some(({ agent }) => agent.test(name));
};
