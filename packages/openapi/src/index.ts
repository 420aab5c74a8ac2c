export type { Answer } from './answer.ts';
export { clientTypes } from './client-types.ts';
export { describeApi, writtenApi } from './describe-api.ts';
export type { Api, Operation, Permission } from './operation.ts';
export { type TemplateRoute, templateRoutes } from './template-routes.ts';
