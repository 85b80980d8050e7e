// Tells from an error of a URL reader whether the host is short of breath, broken, or refuses this one thing.
import { errorMessage } from '@maturity-roadmap/engine';

/** Why something could not be read. */
export interface Failure {
  /**
   * - `limited`: too many requests
   * - `broken`: the host or the way to it fails
   * - `refused`: it is not there, or may not be read; asking again soon would be in vain
   */
  kind: 'limited' | 'broken' | 'refused';
  message: string;
  /** Milliseconds after which the host wants to be asked again, where it says. */
  retryAfter?: number;
}

interface Answered {
  name?: string;
  statusCode?: number;
  response?: { status?: number; headers?: { get?(name: string): string | null } };
}

/** URL readers of the platform write the status into the message: `…, 503 Service Unavailable`. */
const statusInText = /(?:, |failed with )([45]\d\d)\b/;

function retryAfterOf({ response }: Answered, now: number): number | undefined {
  const value = response?.headers?.get?.('retry-after');
  if (!value) return undefined;
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return milliseconds > 0 ? milliseconds : undefined;
}

/**
 * Reads an error of a URL reader.
 *
 * @param now - milliseconds since 1970, for a `Retry-After` that names an instant
 */
export function failureOf(error: unknown, now: number = Date.now()): Failure {
  const answered = Object(error) as Answered;
  const message = errorMessage(error);
  const status = answered.statusCode ?? answered.response?.status ?? Number(statusInText.exec(message)?.[1] ?? 0);
  const retryAfter = retryAfterOf(answered, now);
  const rest = { message, ...(retryAfter ? { retryAfter } : {}) };
  // Hosts answer 403 as well as 429 to who asks too often.
  if (status === 429 || /rate limit/i.test(message)) return { kind: 'limited', ...rest };
  const isRefused = (status >= 400 && status < 500) || /^(NotFound|NotAllowed|Input)Error$/.test(answered.name ?? '');
  return { kind: isRefused ? 'refused' : 'broken', ...rest };
}
