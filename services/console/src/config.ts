import { readConfig } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

const Stage = z.object({ STAGE: z.string().check(z.minLength(1)) });

export const loadStageConfig = () => readConfig(Stage, process.env);
