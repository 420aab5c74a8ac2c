import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import { Readable } from 'node:stream';
import * as z from 'zod/mini';

const Capacity = z.object({ CapacityUnits: z.number() });
const Answer = z.object({ ConsumedCapacity: z.optional(z.union([Capacity, z.array(Capacity)])) });
const Input = z.record(z.string(), z.unknown());

const READS = new Set(['GetItem', 'Query', 'BatchGetItem', 'Scan', 'TransactGetItems']);

/**
 * Stands before the local DynamoDB and has it say of every request what DynamoDB would charge for. Whatever else is asked, is asked of SNS or SQS, and is
 * taken and forgotten.
 */
export class MeteredTable {
  writeUnits = 0;
  readUnits = 0;
  requests = 0;
  readonly #database: number;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #server = createServer((question, answer) => {
    this.#answer(question).then(
      ({ status, text, type }) => answer.writeHead(status, { 'content-type': type }).end(text),
      (error: unknown) => answer.writeHead(500).end(String(error)),
    );
  });

  constructor(database: number) {
    this.#database = database;
  }

  listen(): Promise<number> {
    return new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', () => {
        const address = this.#server.address();
        resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
      });
    });
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
    this.#agent.destroy();
  }

  async #answer(question: IncomingMessage) {
    const body = await new Response(Readable.toWeb(question)).text();
    const target = String(question.headers['x-amz-target'] ?? '');
    if (!target.startsWith('DynamoDB')) {
      const text = '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>';
      return { status: 200, text, type: 'text/xml' };
    }

    const { status, text } = await this.#forward(question, body);
    this.requests += 1;
    if (READS.has(target.split('.')[1] ?? '')) this.readUnits += unitsOf(text);
    else this.writeUnits += status === 200 ? unitsOf(text) : 1;
    return { status, text, type: 'application/x-amz-json-1.0' };
  }

  #forward({ headers }: IncomingMessage, body: string) {
    const asked = JSON.stringify({ ...z.parse(Input, JSON.parse(body)), ReturnConsumedCapacity: 'TOTAL' });
    const { 'content-length': _, host: __, ...kept } = headers;
    return new Promise<{ readonly status: number; readonly text: string }>((resolve, reject) => {
      request(
        { port: this.#database, host: '127.0.0.1', method: 'POST', headers: kept, agent: this.#agent },
        (answer) => {
          new Response(Readable.toWeb(answer))
            .text()
            .then((text) => resolve({ status: answer.statusCode ?? 500, text }), reject);
        },
      )
        .on('error', reject)
        .end(asked);
    });
  }
}

const unitsOf = (text: string): number => {
  const { ConsumedCapacity: used = [] } = z.parse(Answer, JSON.parse(text));
  return [used].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
};
