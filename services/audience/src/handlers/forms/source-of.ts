/**
 * Who asked. Each proxy writes whom it heard from to the end of `x-forwarded-for`; what stands before those of ours anybody can
 * have written.
 */
export const sourceOf = (peer: string, forwardedFor: string | undefined, proxies: number): string => {
  const heard = (forwardedFor ?? '').split(',').map((address) => address.trim());
  return (proxies > 0 && heard.at(-1 - proxies)) || peer;
};
