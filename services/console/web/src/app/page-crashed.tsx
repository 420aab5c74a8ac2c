import type { ErrorComponentProps } from '@tanstack/react-router';

import { ProblemAlert } from '../common/problem-alert.tsx';

/** Stands where a page broke; the rest of the app goes on. */
export const PageCrashed = ({ error, reset }: ErrorComponentProps) => <ProblemAlert error={error} onRetry={reset} />;
