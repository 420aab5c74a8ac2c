/** A list has no hot partition: its members lie in this many. */
export const SHARDS = 16;

/** The characters of a contact id (base64url) in the order in which ids are sorted. */
const ORDER = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';

/**
 * The shard of a contact. Shards are ranges of the sorted ids, so shard after shard is the whole in order, and nobody has
 * to hold the whole to sort it. Ids are hashes: the shards are even and every stretch of the order is a fair sample.
 */
export const shardOf = (contactId: string): number =>
  Math.floor((Math.max(0, ORDER.indexOf(contactId.charAt(0))) * SHARDS) / ORDER.length);
