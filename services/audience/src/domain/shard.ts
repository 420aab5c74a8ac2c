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

/** Enough of an id to tell a part of ten million to the last of them. */
const LETTERS = 6;

/** How much of all possible ids are not beyond this one: 0 to 1. */
export const positionOf = (contactId: string): number => {
  let [position, weight] = [0, 1];
  for (const letter of contactId.slice(0, LETTERS)) {
    weight /= ORDER.length;
    position += Math.max(0, ORDER.indexOf(letter)) * weight;
  }
  return Math.min(1, position + weight);
};
