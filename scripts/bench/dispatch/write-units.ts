/** Counts what DynamoDB would charge for writes. */
export class WriteUnits {
  #units = 0;

  get units(): number {
    return this.#units;
  }

  /** One write of an item; one that fails its condition costs as much. */
  count(item: Readonly<Record<string, unknown>>): void {
    this.#units += Math.max(1, Math.ceil(sizeOf(item) / 1_024));
  }
}

/** As DynamoDB counts: names and values in UTF-8, a number half a byte per digit and two bytes. */
const sizeOf = (item: Readonly<Record<string, unknown>>): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + bytesOf(value), 0);

const bytesOf = (value: unknown): number => {
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 2;
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (value instanceof Uint8Array) return value.byteLength;
  if (value instanceof Set) return [...value].reduce((sum: number, each) => sum + bytesOf(each), 3);
  return typeof value === 'object' && value !== null ? sizeOf({ ...value }) : 1;
};
