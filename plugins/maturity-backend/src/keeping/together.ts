// Runs several endless pieces of work as one: if one fails, all end.

/**
 * Resolves once all have ended.
 *
 * @throws the first error, after the others have ended
 */
export async function together(
  signal: AbortSignal,
  ...works: ((signal: AbortSignal) => Promise<unknown>)[]
): Promise<void> {
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  let failure: { error: unknown } | undefined;
  await Promise.all(
    works.map(async work => {
      try {
        await work(both);
      } catch (error) {
        if (!both.aborted) failure = { error };
        stop.abort();
      }
    }),
  );
  if (failure && !signal.aborted) throw failure.error;
}
