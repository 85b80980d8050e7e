// The message of whatever was thrown.

/**
 * The message of an error, or the thrown value as text. Does not rely on `instanceof`, which fails between realms.
 *
 * @public
 */
export function errorMessage(error: unknown): string {
  const message = typeof error === 'object' && error !== null ? (error as { message?: unknown }).message : undefined;
  return typeof message === 'string' ? message : String(error);
}
