// Remembers for a moment what was asked on behalf of each caller.
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Answers stay with the caller they were given to. */
export class PerCaller<T> {
  private readonly known = new Map<string, { until: number; answer: Promise<T> }>();

  /**
   * @param rememberFor - milliseconds
   * @param ask - a failure of it is not remembered
   */
  constructor(
    private readonly rememberFor: number,
    private readonly ask: (credentials: BackstageCredentials) => Promise<T>,
  ) {}

  async get(credentials: BackstageCredentials): Promise<T> {
    const key = JSON.stringify(credentials.principal);
    const known = this.known.get(key);
    if (known && known.until > Date.now()) return known.answer;
    const answer = this.ask(credentials);
    this.known.set(key, { until: Date.now() + this.rememberFor, answer });
    answer.catch(() => this.known.delete(key));
    // Old entries do not pile up.
    for (const [other, { until }] of this.known) if (until <= Date.now()) this.known.delete(other);
    return answer;
  }
}
