import type { components } from '../../api/console.d.ts';

export type Deed = components['schemas']['DeedView'];

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** The method and what it was done to: `DELETE`, `contacts/{contactId}`. */
export const operationOf = (operation: string) => {
  const [verb = '', path = ''] = operation.split(' ');
  return {
    method: METHODS.find((known) => known === verb) ?? 'other',
    path: path.replace(/^\/api\/[\w-]+\//, ''),
  } as const;
};

/** Midnight of a day on the person's own clock, as an instant; nothing where no day is chosen. */
export const sinceOf = (day: string): string | undefined => {
  const begins = new Date(`${day}T00:00:00`);
  return day === '' || Number.isNaN(begins.getTime()) ? undefined : begins.toISOString();
};
