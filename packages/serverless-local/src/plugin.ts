import { join, resolve } from 'node:path';
import { bundle } from './bundle.ts';
import { guardService } from './crash-guard.ts';
import { extendEnvironment, readSettings } from './environment.ts';
import { callScheduledOnce } from './first-beat.ts';
import type { CustomSection, Framework } from './framework.ts';
import { openHandlerLog } from './handler-log.ts';
import { quietOffline } from './quiet.ts';
import { refusePages } from './refuse-pages.ts';
import { describeRegistration } from './registration.ts';
import { type Attachment, connectRegistry } from './registry.ts';
import { declareAbsentPlugins } from './schema.ts';
import type { TemplateMap } from './template.ts';
import { watchSources } from './watch.ts';
import { workspaceOf } from './workspace.ts';

type Hook = () => Promise<void> | void;

/**
 * Serverless plugin for `serverless offline start`: tells local-cloud what a service is made of, bundles its functions, and
 * gives them the environment that CloudFormation would.
 *
 * A service needs no settings for it but `custom.local.stacks`, the folders of its other stacks.
 */
class ServerlessLocal {
  readonly hooks: Readonly<Record<string, Hook>>;
  readonly #framework: Framework;
  readonly #options: TemplateMap;
  readonly #settings = readSettings();
  readonly #registry = connectRegistry(this.#settings.cloudUrl);
  #lambdaPort = 0;

  constructor(framework: Framework, options: TemplateMap) {
    this.#framework = framework;
    this.#options = options;
    this.hooks = {
      'before:offline:start:init': () => this.#prepare(),
      'after:offline:start:init': () => this.#announce(),
      'before:offline:start': refusePlainOffline,
    };
    declareAbsentPlugins(framework);
  }

  /** Runs before serverless-offline reads the service, so that it finds ports, bundles and environments in place. */
  async #prepare(): Promise<void> {
    const { service } = this.#framework;
    const { region } = service.provider;
    const attachment = await this.#registry.attach({ service: service.service, pid: process.pid, region });
    extendEnvironment(attachment.env);
    refusePages();
    this.#configureOffline(attachment, await this.#bundle());
    const { gateway, issuer, env } = attachment;
    const endpoints = { gateway, issuer, sqs: env['AWS_ENDPOINT_URL_SQS'] ?? '' };
    const registration = await describeRegistration({ framework: this.#framework, options: this.#options, endpoints });
    await this.#registry.register(registration);
  }

  /** Runs when the ports are open: only now may local-cloud start to poll queues on our behalf. */
  async #announce(): Promise<void> {
    const { service } = this.#framework;
    const { service: name } = service;
    await this.#registry.ready({ service: name });
    if (!this.#settings.isVerbose) quietOffline();
    process.send?.({ ready: name });
    void callScheduledOnce(service, `http://127.0.0.1:${this.#lambdaPort}`);
  }

  async #bundle(): Promise<string> {
    const { service, serviceDir } = this.#framework;
    const { isVerbose, isWatching } = this.#settings;
    const dataDir = resolve(this.#settings.dataDir ?? join(workspaceOf(serviceDir), '.local'));
    const handlers = service.getAllFunctions().map((key) => service.getFunction(key).handler);
    const outdir = join(dataDir, 'bundles', service.service);
    const bundled = await bundle({ serviceDir, outdir, handlers, options: service.custom?.esbuild ?? {} });
    const tell = (line: string) => void process.stderr.write(`${line}\n`);
    const log = openHandlerLog({
      service: service.service,
      folder: join(dataDir, 'logs'),
      isVerbose,
      tell,
    });
    const guard = guardService(outdir, log);
    if (isWatching) watchSources(bundled, { onBundled: guard.retire, onBlind: tell });

    return outdir;
  }

  #configureOffline({ httpPort, lambdaPort }: Attachment, location: string): void {
    this.#lambdaPort = lambdaPort;
    const { service } = this.#framework;
    const custom: CustomSection = service.custom ?? {};
    service.custom = custom;
    custom['serverless-offline'] = {
      ...custom['serverless-offline'],
      host: '127.0.0.1',
      httpPort,
      lambdaPort,
      location,
      // It never verifies a signature, so local-cloud's gateway does; claims still reach the handler.
      noAuth: true,
      // Its limit would count the cold start; the guard's begins when the code is loaded, as on AWS.
      noTimeout: true,
      terminateIdleLambdaTime: this.#settings.idleSeconds,
    };
  }
}

const refusePlainOffline = (): never => {
  throw new Error(
    'Use `serverless offline start`: plain `serverless offline` has no moment at which a service is ready.',
  );
};

// oxlint-disable-next-line import/no-default-export -- the framework takes a plugin from the default export
export default ServerlessLocal;
