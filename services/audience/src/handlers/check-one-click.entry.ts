import { composeLinkChecks } from '../compose-link-checks.ts';
import { checkOneClick } from './check-one-click.ts';

const { checks, unsubscribeUrl, edge } = composeLinkChecks();

export const handler = checkOneClick(checks, unsubscribeUrl, edge);
