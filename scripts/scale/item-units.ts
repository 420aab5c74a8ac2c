/** What DynamoDB charges for so many bytes in units of this size; nothing is less than one unit. */
export const unitsOf = (bytes: number, unitBytes: number): number => Math.max(1, Math.ceil(bytes / unitBytes));

/** The size of an item as DynamoDB counts it: names and values in UTF-8, a number half a byte per digit and a little. */
export const itemBytes = (item: object): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + bytesOf(value), 0);

const bytesOf = (value: unknown): number => {
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 2;
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (value instanceof Uint8Array) return value.byteLength;
  if (value instanceof Set) return [...value].reduce((sum: number, each) => sum + bytesOf(each), 3);
  return typeof value === 'object' && value !== null ? itemBytes(value) : 1;
};
