const WITH_ACCOUNT = /^(?:arn:[^:]+:lambda:[^:]+:)?\d{12}:function:([^:]+)(?::[^:]+)?$/;

/**
 * Reads a function's name from what the Invoke API accepts: the name, the ARN, or the part of the ARN
 * from the account on, each with or without a version.
 */
export const functionNameOf = (text: string): string => WITH_ACCOUNT.exec(text)?.[1] ?? text.split(':')[0] ?? text;
