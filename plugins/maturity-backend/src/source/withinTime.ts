// Ends what takes too long, whether or not it heeds its signal.

/** Milliseconds until a reading counts as failed; not every URL reader heeds the signal all the way. */
const longestRead = 120_000;

/**
 * Works until the signal fires or the time is over.
 *
 * @throws Error that says how long it took
 */
export async function withinTime<T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`no answer within ${longestRead / 1000} s`);
      late.abort(error);
      reject(error);
    }, longestRead);
  });
  try {
    return await Promise.race([work(AbortSignal.any([signal, late.signal])), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
