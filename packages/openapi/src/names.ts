import type * as z from 'zod/mini';

import type { Api, Operation } from './operation.ts';
import { Problem } from './problem.ts';

export type Names = ReadonlyMap<z.ZodMiniType, string>;

const capitalised = ({ operationId }: Operation): string =>
  `${operationId.slice(0, 1).toUpperCase()}${operationId.slice(1)}`;

/** `CreateListBody`, `GetListAnswer`, and `StartImportAnswer202` beside another answer. */
const schemasIn = (operation: Operation): readonly (readonly [string, z.ZodMiniType | undefined])[] => [
  [`${capitalised(operation)}Body`, operation.body],
  ...Object.entries(operation.answers).map(
    ([status, { schema }], index) => [`${capitalised(operation)}Answer${index === 0 ? '' : status}`, schema] as const,
  ),
];

/** Under which name each schema of a body or an answer stands in the document: its own, or that of the first operation that has it. */
export const namesOf = ({ schemas, operations }: Api): Names => {
  const names = new Map<z.ZodMiniType, string>();
  for (const [name, schema] of [...Object.entries({ Problem, ...schemas }), ...operations.flatMap(schemasIn)]) {
    if (schema !== undefined && !names.has(schema)) names.set(schema, name);
  }
  return names;
};
