import type { Form } from '../../domain/forms/form.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/** A browser says from which website a form comes; other programs say nothing, or what they like. */
export const isFromElsewhere = ({ origins }: Form, { origin }: Headers): boolean =>
  origin !== undefined && !origins.includes(origin);

/** Lets the scripts of a form's websites read the answer. */
export const allowing = (form: Form, headers: Headers): Readonly<Record<string, string>> => {
  const { origin } = headers;
  if (origin === undefined || isFromElsewhere(form, headers)) return { vary: 'origin' };
  return { 'access-control-allow-origin': origin, vary: 'origin' };
};
