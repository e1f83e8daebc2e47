/** Runs a call for each, a few at a time, and tells which did not work out and why the first of them did not. */
export async function forEachOf<T, R>(
  items: readonly T[],
  call: (item: T) => Promise<R>,
  atOnce = 6,
): Promise<{ done: ReadonlyMap<T, R>; failed: readonly T[]; error: Error | null }> {
  const done = new Map<T, R>();
  const failed: T[] = [];
  let error: Error | null = null;
  const left = [...items];
  async function work(): Promise<void> {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      try {
        done.set(item, await call(item));
      } catch (reason) {
        failed.push(item);
        error ??= reason as Error;
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return { done, failed, error };
}
